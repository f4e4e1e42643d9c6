package io.peerwatch.producers.simulate.yaml;

import static io.peerwatch.producers.simulate.yaml.Forms.DURATION;
import static io.peerwatch.producers.simulate.yaml.Forms.DURATION_ABOVE_0;
import static io.peerwatch.producers.simulate.yaml.Forms.NAME;
import static io.peerwatch.producers.simulate.yaml.Forms.SIGNED_DURATION;
import static io.peerwatch.producers.simulate.yaml.Forms.START;
import static io.peerwatch.producers.simulate.yaml.Forms.TEXT;
import static io.peerwatch.producers.simulate.yaml.Forms.number;
import static io.peerwatch.producers.simulate.yaml.Forms.whole;
import static io.peerwatch.producers.simulate.yaml.Key.list;
import static io.peerwatch.producers.simulate.yaml.Key.optional;
import static io.peerwatch.producers.simulate.yaml.Key.required;

import io.peerwatch.producers.simulate.scenario.EventKind;
import io.peerwatch.producers.simulate.scenario.EventSpec;
import io.peerwatch.producers.simulate.scenario.FaultKind;

/** The keys of faults and of harmless events. */
final class TroubleKeys {
  private static final double STRENGTH_MAX = 10; // of any kind; each has its own

  static final Key<FaultKind> FAULT =
      required("kind", Forms.oneOf(FaultKind.class, FaultKind::label), "What goes wrong.");
  static final Key<String> HOST = required("host", NAME, "The host that it befalls.");
  static final Key<String> GROUP_OF_HOST =
      optional("group", NAME, "the only group with that host", "The host's group.");
  static final Key<Start> STARTS =
      required(
          "start", START, "When it starts: 2h after the scenario's start, or -3m, +20s from now.");
  static final Key<Long> LASTS = required("duration", DURATION_ABOVE_0, "How long it lasts.");
  static final Key<Double> STRENGTH =
      optional("strength", number(0, STRENGTH_MAX), "by kind", "How bad it is; see the kinds.");
  static final Key<Long> RAMP =
      optional("ramp", DURATION, "0s", "Time over which it grows to its strength.");
  static final Key<String> METRICS =
      list("metrics", TEXT, "all that move", "stuck-value, noise, lag: what it befalls.");
  static final Key<Long> DELAY =
      optional("delay", DURATION_ABOVE_0, "3m", "lag: how old values are.");
  static final Key<Long> OFFSET =
      optional(
          "offset", SIGNED_DURATION, "5m", "skewed-clock: how far it runs ahead; behind below 0.");
  static final Key<Long> DRIFT_PER_HOUR =
      optional("driftPerHour", SIGNED_DURATION, "0s", "skewed-clock: how much further every hour.");
  static final Key<Long> EVERY =
      optional("every", DURATION_ABOVE_0, "4m", "flapping: out for the first half of this.");
  static final Keys FAULT_KEYS =
      Keys.of(
          "fault",
          FAULT,
          HOST,
          GROUP_OF_HOST,
          STARTS,
          LASTS,
          STRENGTH,
          RAMP,
          METRICS,
          DELAY,
          OFFSET,
          DRIFT_PER_HOUR,
          EVERY);

  static final Key<EventKind> EVENT =
      required("kind", Forms.oneOf(EventKind.class, EventKind::label), "What happens.");
  static final Key<String> GROUP = required("group", NAME, "The group that it happens to.");
  static final Key<Long> TAKES =
      required("duration", DURATION_ABOVE_0, "How long it lasts, or takes until all is settled.");
  static final Key<String> HOSTS =
      list("hosts", NAME, "all", "Deploys, hosts-leave, bigger-hosts, maintenance: which hosts.");
  static final Key<Integer> COUNT =
      optional("count", whole(1, GroupKeys.HOSTS_MAX), "1", "hosts-join: how many come.");
  static final Key<String> TO =
      optional("to", NAME, "needed by failover", "failover: the group that gets the requests.");
  static final Key<Double> EVENT_STRENGTH =
      optional(
          "strength",
          number(0, STRENGTH_MAX),
          "surge 0.5, failover 1",
          "surge: how much more, as a ratio; failover: share of the requests that move, 0..1.");
  static final Key<Long> EVENT_RAMP =
      optional("ramp", DURATION, "0s", "surge, failover: time in which it comes and goes.");
  static final Key<Long> RESTART =
      optional(
          "restart",
          DURATION_ABOVE_0,
          EventSpec.RESTART_MILLIS_DEFAULT / 1000 + "s",
          "Deploys, bigger-hosts: how long a host is away.");
  static final Key<Double> COST =
      optional(
          "cost", number(0.1, 10), "1", "Deploys: what requests cost then, as a ratio of before.");
  static final Key<Double> MEMORY =
      optional(
          "memory", number(-0.5, 0.5), "0", "Deploys: memory used then beyond before, as a share.");
  static final Key<Double> UNEVENNESS =
      optional("unevenness", number(0, 0.5), "0", "Deploys: spread of the new cost between hosts.");
  static final Key<Integer> CORES =
      optional("cores", whole(1, 1024), "as before", "bigger-hosts, hosts-join: processors.");
  static final Key<Long> MEMORY_OF_HOST =
      optional("hostMemory", Forms.MEMORY, "as before", "bigger-hosts, hosts-join: memory.");
  static final Keys EVENT_KEYS =
      Keys.of(
          "event",
          EVENT,
          GROUP,
          STARTS,
          TAKES,
          HOSTS,
          COUNT,
          TO,
          EVENT_STRENGTH,
          EVENT_RAMP,
          RESTART,
          COST,
          MEMORY,
          UNEVENNESS,
          CORES,
          MEMORY_OF_HOST);

  private TroubleKeys() {}
}
