package io.peerwatch.producers.simulate.yaml;

import static io.peerwatch.producers.simulate.yaml.Forms.number;
import static io.peerwatch.producers.simulate.yaml.Forms.whole;
import static io.peerwatch.producers.simulate.yaml.Key.optional;

import io.peerwatch.producers.simulate.scenario.ServiceSpec;
import io.peerwatch.schemas.avro.Tier;
import java.util.function.ToDoubleFunction;

/** The keys of what a request costs a host. */
final class ServiceKeys {
  static final Key<Double> CPU_SECONDS =
      service("cpuSeconds", 1e-6, 1e4, ServiceSpec::cpuSeconds, "CPU seconds of one request.");
  static final Key<Double> WAIT_SECONDS =
      service(
          "waitSeconds",
          0,
          1e3,
          ServiceSpec::waitSeconds,
          "Seconds that a request waits for other machines.");
  static final Key<Double> RECEIVE =
      service("receiveBytes", 0, 1e12, ServiceSpec::receiveBytes, "Network bytes in, of one.");
  static final Key<Double> TRANSMIT =
      service("transmitBytes", 0, 1e12, ServiceSpec::transmitBytes, "Network bytes out, of one.");
  static final Key<Double> READ_RATIO =
      service("readRatio", 0, 1, ServiceSpec::readRatio, "Share that reads; the others write.");
  static final Key<Double> READ_BYTES =
      service("readBytes", 0, 1e12, ServiceSpec::readBytes, "Bytes that a reading one needs.");
  static final Key<Double> WRITE_BYTES =
      service("writeBytes", 0, 1e12, ServiceSpec::writeBytes, "Bytes that a writing one writes.");
  static final Key<Double> CACHE_HIT =
      service(
          "cacheHit",
          0,
          1,
          ServiceSpec::cacheHit,
          "Share of what is read that memory holds; a cache fetches the rest over the network,"
              + " others from disk.");
  static final Key<Double> MEMORY_SHARE =
      service("memoryShare", 0.01, 0.95, ServiceSpec::memoryShare, "Memory in use at rest.");
  static final Key<Integer> PROCESSES =
      optional(
          "processes", whole(1, 100_000), byTier(ServiceSpec::processes), "Processes at rest.");
  static final Key<Integer> CONCURRENCY =
      optional(
          "concurrencyPerCore",
          whole(1, 10_000),
          byTier(ServiceSpec::concurrencyPerCore),
          "Requests that a host holds at once, per core; more are refused.");
  static final Keys KEYS =
      Keys.of(
          "service",
          CPU_SECONDS,
          WAIT_SECONDS,
          RECEIVE,
          TRANSMIT,
          READ_RATIO,
          READ_BYTES,
          WRITE_BYTES,
          CACHE_HIT,
          MEMORY_SHARE,
          PROCESSES,
          CONCURRENCY);

  private ServiceKeys() {}

  private static Key<Double> service(
      String name, double min, double max, ToDoubleFunction<ServiceSpec> usual, String meaning) {
    return optional(name, number(min, max), byTier(usual), meaning);
  }

  private static String byTier(ToDoubleFunction<ServiceSpec> usual) {
    return Forms.byEach(Tier.values(), tier -> usual.applyAsDouble(ServiceSpec.of(tier)));
  }
}
