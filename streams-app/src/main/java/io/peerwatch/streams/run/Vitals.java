package io.peerwatch.streams.run;

import io.peerwatch.streams.count.FleetCounts;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;

/** How a running application is, at the moment of each question. */
public final class Vitals {
  private final StreamSettings settings;
  private final KafkaStreams streams;
  private final FleetCounts counts;
  private final SamplesBehind behind;
  private final RestoreProgress restoring;
  private final ThreadReplacement replacement;
  private final long rebalances;

  Vitals(
      StreamSettings settings,
      KafkaStreams streams,
      FleetCounts counts,
      SamplesBehind behind,
      RestoreProgress restoring,
      ThreadReplacement replacement,
      long rebalances) {
    this.settings = settings;
    this.streams = streams;
    this.counts = counts;
    this.behind = behind;
    this.restoring = restoring;
    this.replacement = replacement;
    this.rebalances = rebalances;
  }

  /** As Kafka Streams calls it, such as RUNNING or REBALANCING; CREATED before the start. */
  public State state() {
    return streams == null ? State.CREATED : streams.state();
  }

  public FleetCounts counts() {
    return counts;
  }

  public RestoreProgress restoring() {
    return restoring;
  }

  /**
   * @param nowMillis epoch milliseconds
   */
  public Backlog backlog(long nowMillis) {
    return Backlog.of(counts, behind, nowMillis);
  }

  /** Why it gave up, in one line; null when it did not. */
  public String givenUp() {
    return replacement.givenUp();
  }

  public int threadsWanted() {
    return settings.threads();
  }

  public int threadsAlive() {
    return streams == null ? 0 : streams.metadataForLocalThreads().size();
  }

  /** Stream threads that died since the start. */
  public long threadDeaths() {
    return replacement.died();
  }

  /** How many more may die now before the instance ends. */
  public int threadDeathsLeft() {
    return replacement.deathsLeft();
  }

  public long rebalances() {
    return rebalances;
  }

  /** For a binder of Kafka's own metrics; null before the start. */
  public KafkaStreams streams() {
    return streams;
  }
}
