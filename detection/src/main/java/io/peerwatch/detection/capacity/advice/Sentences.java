package io.peerwatch.detection.capacity.advice;

import io.peerwatch.detection.capacity.CapacityResource;
import java.time.Instant;
import java.util.Locale;

/** One sentence for people that explains an advice with its figures. */
final class Sentences {
  private static final double AS_UNEVEN = 0.5; // of what load is: the requests explain it

  private final Situation situation;

  Sentences(Situation situation) {
    this.situation = situation;
  }

  String add(Pressure tightest, int more) {
    return text(
        "%s needs %s hosts %s to stay at its target of %s, %d are there: add %d",
        upper(tightest.resource().words()),
        number(tightest.atPeak() * situation.hosts()),
        when(tightest),
        target(tightest.resource()),
        situation.hosts(),
        more);
  }

  String memory(Pressure tightest, boolean keepsData) {
    String what =
        keepsData
            ? "reads scale with more memory or one more replica"
            : "more hosts of the same kind would be as full: give them more memory";
    return text(
        "%s is at %s of its target of %s %s; %s",
        upper(tightest.resource().words()),
        percent(tightest.atPeak()),
        target(tightest.resource()),
        when(tightest),
        what);
  }

  String writes(Pressure tightest) {
    return text(
        "Disk is at %s of its target of %s %s and %s of what it does is writing, which replicas"
            + " don't take away: partition the data",
        percent(tightest.atPeak()),
        target(tightest.resource()),
        when(tightest),
        percent(situation.writeShare()));
  }

  String uneven(Pressure compute) {
    String spread =
        text(
            "Spread evenly, the load would be at %s of its target, but the busiest hosts are at"
                + " %s",
            percent(compute.now()), percent(compute.p95()));
    double load = situation.unevenness().load();
    double requests = situation.unevenness().requests();
    if (Double.isNaN(requests)) {
      return spread + ": spread it more evenly";
    }
    return requests >= AS_UNEVEN * load
        ? spread + ": the balancer favours them, requests are as uneven as load"
        : spread + ", though requests are spread evenly: they cost these hosts more";
  }

  String raise(Pressure tightest) {
    return text(
        "Even the busiest hour of the last day took only %s of what the hosts carry at their target"
            + " (%s): give them more work, or use fewer hosts",
        percent(tightest.day()), tightest.resource().words());
  }

  String remove(Pressure most, int fewer) {
    return text(
        "The busiest hour of the week took only %s of what %d hosts carry at their target (%s): %d"
            + " could go, and one of the others may still fail",
        percent(most.week()), situation.hosts(), most.resource().words(), fewer);
  }

  String within(Pressure tightest) {
    // Said of most windows of most groups: put together without a format to be read each time.
    String room =
        "Within the targets: "
            + tightest.resource().words()
            + ", the tightest, is at "
            + percent(tightest.atPeak())
            + " of its target of "
            + target(tightest.resource())
            + " "
            + when(tightest);
    Long reached = situation.trend().target().at();
    return reached == null ? room : room + "; by its trend it gets there about " + day(reached);
  }

  private static String when(Pressure pressure) {
    return Double.isNaN(pressure.day()) || pressure.now() >= pressure.day()
        ? "now"
        : "at the peak of the last day";
  }

  private String target(CapacityResource resource) {
    double target = situation.settings().limits().targetOf(resource);
    return resource == CapacityResource.LOAD ? text("%.2f", target) : percent(target);
  }

  private String day(long millis) {
    return Instant.ofEpochMilli(millis)
        .atZone(situation.settings().timeZone())
        .toLocalDate()
        .toString();
  }

  /** A whole number of hosts, rounded up. */
  private static String number(double hosts) {
    return text("%d", (long) Math.ceil(hosts * (1 - 1e-6)));
  }

  static String percent(double ratio) {
    double percent = 100 * ratio;
    // The same as "%.0f %%" where that is short, without looking up a language's digits.
    return Double.compare(percent, 0) >= 0 && percent < 1e9
        ? Math.round(percent) + " %"
        : text("%.0f %%", percent);
  }

  private static String upper(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
