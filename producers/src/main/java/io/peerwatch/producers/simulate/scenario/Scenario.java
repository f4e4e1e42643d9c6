package io.peerwatch.producers.simulate.scenario;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;

/**
 * A fleet to simulate: its groups, what goes wrong in them and what happens to them harmlessly.
 *
 * <p>The <em>start</em> is where its time begins; <em>now</em> is the history after it. A run
 * hastens through the history and then goes on in real time.
 *
 * @param name what the scenario is called: its file's name
 * @param description one line for people; empty when there is none
 * @param seed seed unless another is given
 * @param periodMillis time between two samples of a host
 * @param historyMillis how far now is after the start, 0 or more
 * @param durationMillis how long it runs from its start; empty when until stopped
 * @param zone the zone whose hours and days its people live by
 */
public record Scenario(
    String name,
    String description,
    long seed,
    long periodMillis,
    long historyMillis,
    OptionalLong durationMillis,
    ZoneId zone,
    List<GroupSpec> groups,
    List<FaultSpec> faults,
    List<EventSpec> events) {
  public static final long PERIOD_MILLIS_DEFAULT = 10_000;

  public Scenario {
    groups = List.copyOf(groups);
    faults = List.copyOf(faults);
    events = List.copyOf(events);
  }

  /** A scenario in UTC with a sample every ten seconds that lasts as long as told. */
  public static Scenario of(
      String name,
      long seed,
      long durationMillis,
      List<GroupSpec> groups,
      List<FaultSpec> faults,
      List<EventSpec> events) {
    return new Scenario(
        name,
        "",
        seed,
        PERIOD_MILLIS_DEFAULT,
        0,
        OptionalLong.of(durationMillis),
        ZoneOffset.UTC,
        groups,
        faults,
        events);
  }

  /** The same with samples at another pace. */
  public Scenario withPeriod(long newPeriodMillis) {
    return new Scenario(
        name,
        description,
        seed,
        newPeriodMillis,
        historyMillis,
        durationMillis,
        zone,
        groups,
        faults,
        events);
  }

  /** When the last fault or event is over, from the start; 0 when there is none. */
  public long troublesEndMillis() {
    long faultsEnd = faults.stream().mapToLong(FaultSpec::endMillis).max().orElse(0);
    long eventsEnd = events.stream().mapToLong(EventSpec::endMillis).max().orElse(0);
    return Math.max(faultsEnd, eventsEnd);
  }
}
