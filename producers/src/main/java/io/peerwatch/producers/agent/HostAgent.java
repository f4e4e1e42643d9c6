package io.peerwatch.producers.agent;

import io.peerwatch.producers.publish.PacingClock;
import io.peerwatch.producers.publish.SamplePublisher;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.settings.ConnectionSettings;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Publishes this machine's own metrics at every multiple of the period, until stopped.
 *
 * <p>While brokers are away it goes on and keeps the samples of an hour, which are sent later; the
 * oldest give way, and how many did is told.
 */
public final class HostAgent {
  /** How long samples are kept for brokers that are away. */
  public static final Duration SAMPLE_AGE_MAX = Duration.ofHours(1);

  private final HostSampler sampler;
  private final long periodMillis;
  private final Consumer<HostSample> sink;
  private final PacingClock clock;

  HostAgent(
      HostAgentSettings settings, HostReader reader, Consumer<HostSample> sink, PacingClock clock) {
    HostAgentSettings named = settings.named(reader.hostName());
    this.sampler =
        new HostSampler(
            named.group().orElse(HostAgentSettings.GROUP_DEFAULT),
            named.host().orElseThrow(),
            reader);
    this.periodMillis = settings.period().toMillis();
    this.sink = sink;
    this.clock = clock;
  }

  /**
   * Publishes until the clock is stopped.
   *
   * @param notes told in one line of what the user should know
   * @return samples acknowledged
   * @throws io.peerwatch.producers.publish.PublishException when the topic or its schema isn't
   *     there
   */
  public static long publish(
      HostAgentSettings settings,
      ConnectionSettings connection,
      Consumer<String> notes,
      PacingClock clock) {
    if (settings.group().isEmpty()) {
      notes.accept(
          "no group given: publishing as group '%s'; --group names the peers of this machine"
              .formatted(HostAgentSettings.GROUP_DEFAULT));
    }
    try (var publisher = SamplePublisher.ofFresh(connection, SAMPLE_AGE_MAX, clock::stopped);
        var buffer = new OutageBuffer(samplesIn(SAMPLE_AGE_MAX, settings), publisher::publish)) {
      var losses = new LossNotes(() -> publisher.lost() + buffer.dropped(), notes);
      Consumer<HostSample> sink =
          sample -> {
            buffer.add(sample);
            losses.check();
          };
      new HostAgent(settings, new OshiHostReader(), sink, clock).run();
      publisher.flush();
      return publisher.acknowledged();
    }
  }

  private static int samplesIn(Duration time, HostAgentSettings settings) {
    return (int) Math.max(1, time.dividedBy(settings.period()));
  }

  /** Reads once for the rates to start from, then samples at each multiple of the period. */
  void run() {
    sampler.sample(clock.millis());
    while (true) {
      clock.await(nextMultiple(clock.millis()));
      if (clock.stopped()) {
        return;
      }
      sink.accept(sampler.sample(clock.millis()));
    }
  }

  /** Multiples, not sums of periods: whatever reading takes never adds up. */
  private long nextMultiple(long millis) {
    return (Math.floorDiv(millis, periodMillis) + 1) * periodMillis;
  }
}
