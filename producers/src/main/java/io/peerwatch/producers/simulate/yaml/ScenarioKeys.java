package io.peerwatch.producers.simulate.yaml;

import static io.peerwatch.producers.simulate.yaml.Forms.DURATION;
import static io.peerwatch.producers.simulate.yaml.Forms.DURATION_ABOVE_0;
import static io.peerwatch.producers.simulate.yaml.Forms.SEED;
import static io.peerwatch.producers.simulate.yaml.Forms.TEXT;
import static io.peerwatch.producers.simulate.yaml.Forms.ZONE;
import static io.peerwatch.producers.simulate.yaml.Key.optional;

import java.time.ZoneId;
import java.util.List;

/** The keys of a scenario. */
final class ScenarioKeys {
  static final Key<String> DESCRIPTION =
      optional("description", TEXT, "none", "One line that says what it is for.");
  static final Key<Long> SEED_OF_ALL =
      optional("seed", SEED, "1", "Decides all randomness, unless --seed is given.");
  static final Key<Long> PERIOD =
      optional("period", DURATION_ABOVE_0, "10s", "Time between two samples of a host.");
  static final Key<Long> HISTORY =
      optional("history", DURATION, "0s", "How long it has been going on when now is reached.");
  static final Key<Long> LENGTH =
      optional("duration", DURATION_ABOVE_0, "until stopped", "How long it runs from its start.");
  static final Key<ZoneId> TIME_ZONE =
      optional("timeZone", ZONE, "UTC", "Whose hours and days demand and jobs go by.");
  static final SectionKey GROUPS =
      new SectionKey("groups", GroupKeys.KEYS, true, Key.REQUIRED, "The fleet.");
  static final SectionKey FAULTS =
      new SectionKey("faults", TroubleKeys.FAULT_KEYS, true, "none", "What goes wrong.");
  static final SectionKey EVENTS =
      new SectionKey("events", TroubleKeys.EVENT_KEYS, true, "none", "What happens harmlessly.");
  static final Keys KEYS =
      Keys.of(
          "scenario",
          DESCRIPTION,
          SEED_OF_ALL,
          PERIOD,
          HISTORY,
          LENGTH,
          TIME_ZONE,
          GROUPS,
          FAULTS,
          EVENTS);

  /** Every kind of mapping, the outermost first. */
  static final List<Keys> ALL =
      List.of(
          KEYS,
          GroupKeys.KEYS,
          GroupKeys.SIZE_KEYS,
          DemandKeys.KEYS,
          BalancerKeys.KEYS,
          ServiceKeys.KEYS,
          JobKeys.KEYS,
          TroubleKeys.FAULT_KEYS,
          TroubleKeys.EVENT_KEYS);

  private ScenarioKeys() {}
}
