package io.peerwatch.producers.simulate.yaml;

import static io.peerwatch.producers.simulate.yaml.Forms.DURATION;
import static io.peerwatch.producers.simulate.yaml.Forms.DURATION_ABOVE_0;
import static io.peerwatch.producers.simulate.yaml.Forms.NAME;
import static io.peerwatch.producers.simulate.yaml.Forms.SIZE;
import static io.peerwatch.producers.simulate.yaml.Forms.number;
import static io.peerwatch.producers.simulate.yaml.Key.optional;
import static io.peerwatch.producers.simulate.yaml.Key.required;

/** The keys of a job. */
final class JobKeys {
  static final Key<String> JOB_NAME = required("name", NAME, "What it is called.");
  static final Key<Long> EVERY =
      optional("every", DURATION_ABOVE_0, "24h", "Time between two starts.");
  static final Key<Long> AT =
      optional("at", DURATION, "0s", "When the first one starts, after the local midnight.");
  static final Key<Long> LENGTH =
      required("length", DURATION_ABOVE_0, "How long a run takes, give or take a tenth.");
  static final Key<Double> JOB_HOSTS =
      optional("hosts", number(0, 1), "1", "Share of the hosts that a run falls on, anew each.");
  static final Key<Double> JOB_CPU =
      optional("cpu", number(0, 1), "0", "Share of a host's cores that it keeps busy.");
  static final Key<Long> JOB_READ = optional("read", SIZE, "0", "What it reads a second.");
  static final Key<Long> JOB_WRITE = optional("write", SIZE, "0", "What it writes a second.");
  static final Key<Double> JOB_MEMORY =
      optional("memory", number(0, 1), "0", "Share of the memory that it takes.");
  static final Keys KEYS =
      Keys.of(
          "job", JOB_NAME, EVERY, AT, LENGTH, JOB_HOSTS, JOB_CPU, JOB_READ, JOB_WRITE, JOB_MEMORY);

  private JobKeys() {}
}
