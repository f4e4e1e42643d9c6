package io.peerwatch.proof.bench.pipeline.contestant;

import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.Topics;
import java.nio.file.Path;

/**
 * One run of one contestant.
 *
 * @param connection where the samples are; also the prefix of what is written
 * @param number of the run, no other has it
 * @param metrics in each sample
 * @param folder for state, empty
 * @param threads that read and work
 */
public record RunOrder(
    Contestant contestant,
    ConnectionSettings connection,
    int number,
    int metrics,
    Path folder,
    int threads) {

  String samplesTopic() {
    return connection.topic(Topics.HOST_SAMPLES);
  }

  /** Consumer group of the run, and start of its internal topics' names. */
  public String applicationId() {
    return contestant == Contestant.PEERWATCH
        ? connection.prefix() + "streams"
        : connection.prefix() + contestant.symbol() + "-" + number;
  }

  /** Of the topic of samples: {@code bench} makes two for each thread. */
  int partitions() {
    return 2 * threads;
  }

  /** Names the run among those of its process. */
  public String run() {
    return applicationId() + "#" + number;
  }

  /** Where the textbook names who is apart. */
  public String outliersTopic() {
    return connection.prefix() + "outliers";
  }

  /** Begins the run; it reads until closed. */
  public ContestantRun open() {
    return contestant.open(this);
  }
}
