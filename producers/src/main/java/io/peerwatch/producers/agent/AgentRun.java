package io.peerwatch.producers.agent;

import io.peerwatch.producers.agent.extra.ExtraMetrics;
import io.peerwatch.producers.agent.notes.Notes;
import io.peerwatch.producers.publish.PacingClock;
import io.peerwatch.producers.publish.SamplePublisher;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.settings.ConnectionSettings;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * This machine's own metrics, published until stopped.
 *
 * <p>While brokers or the registry are away sampling goes on and the samples wait ({@link
 * OutageBuffer}); at the end what waits is sent, if that goes within {@link #STOP_PATIENCE}.
 */
public final class AgentRun {
  /** How long samples that wait are still tried to be sent once the agent is stopped. */
  public static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

  private final HostAgentSettings settings;
  private final Notes notes;
  private final PacingClock clock;

  /**
   * @param notes told in one line of what the user should know
   * @param clock ends the run when it is stopped
   */
  public AgentRun(HostAgentSettings settings, Consumer<String> notes, PacingClock clock) {
    this.settings = settings;
    this.notes = new Notes(notes, clock::nanos);
    this.clock = clock;
  }

  /**
   * Publishes until the clock is stopped.
   *
   * @throws io.peerwatch.producers.publish.PublishException when the topic or its schema isn't
   *     there
   */
  public AgentSummary publish(ConnectionSettings connection) {
    tellOfGroup();
    var givenUp = new AtomicBoolean();
    var publisher = SamplePublisher.oneByOne(connection, givenUp::get);
    var buffer = new OutageBuffer(settings.buffer(), publisher::deliver);
    try (var extra = new ExtraMetrics(settings.extra(), notes)) {
      HostAgent agent = agent(extra, told(buffer, publisher));
      var cost = new OwnCost();
      agent.run();
      notes.tell(cost.line());
      buffer.drain(STOP_PATIENCE);
      givenUp.set(true);
      buffer.close();
      publisher.close();
      return new AgentSummary(
          agent.sampled(),
          publisher.acknowledged(),
          buffer.dropped(),
          publisher.lost(),
          buffer.undelivered(),
          agent.skipped(),
          extra.badLines());
    } finally { // again does nothing
      givenUp.set(true);
      buffer.close();
      publisher.close();
    }
  }

  /**
   * What a sample would hold, rates over one second included; nothing is sent.
   *
   * @throws InterruptedException when interrupted while waiting for that second
   */
  public HostSample snapshot() throws InterruptedException {
    try (var extra = new ExtraMetrics(settings.extra(), notes)) {
      HostSampler sampler = HostSampler.of(settings, Readers.of(settings.scope(), notes), extra);
      sampler.sample(clock.millis());
      extra.awaitFirst();
      clock.await(clock.millis() + 1_000);
      return sampler.sample(clock.millis());
    }
  }

  private HostAgent agent(ExtraMetrics extra, Consumer<HostSample> sink) {
    return new HostAgent(
        HostSampler.of(settings, Readers.of(settings.scope(), notes), extra),
        settings.period(),
        sink,
        notes,
        clock);
  }

  private Consumer<HostSample> told(OutageBuffer buffer, SamplePublisher publisher) {
    var delivery = new DeliveryNotes(settings.buffer(), notes);
    return sample -> {
      buffer.add(sample);
      delivery.check(
          buffer.undelivered(), buffer.dropped() + publisher.lost(), publisher.lossReason());
    };
  }

  private void tellOfGroup() {
    if (settings.group().isEmpty()) {
      notes.tell(
          "no group given: publishing as group '%s'; --group names the peers of this machine"
              .formatted(HostAgentSettings.GROUP_DEFAULT));
    }
  }
}
