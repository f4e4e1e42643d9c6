package io.peerwatch.detection.episode;

import io.peerwatch.detection.verdict.Evidence;
import io.peerwatch.detection.verdict.Finding;
import io.peerwatch.detection.verdict.GroupJudgement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Writes the one line that a person reads first. */
final class EpisodeSummary {

  private static final int METRICS_NAMED = 3;
  private static final int HOSTS_NAMED = 5;
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private EpisodeSummary() {}

  /**
   * @param e the episode, its own summary still empty
   */
  static String of(Episode e, Finding finding, GroupJudgement judgement) {
    String since = "; since " + CLOCK.format(Instant.ofEpochMilli(e.onsetAt()));
    int known = judgement.window().hosts().size();
    return switch (e.verdict()) {
      case LONE_HOST -> e.host() + lone(e, finding) + since;
      case SILENT_HOST ->
          e.host()
              + " is silent: "
              + count(finding.missedWindows(), "window")
              + " missed while "
              + count(e.peerCount(), "peer")
              + " reported"
              + since;
      case SKEWED_CLOCK ->
          e.host() + "'s clock is " + skew(finding.skewMillis()) + " its group's" + since;
      case GROUP_SHIFT ->
          "group "
              + e.group()
              + " moved as a whole ("
              + count(known, "host")
              + ")"
              + metrics(e)
              + since;
      case SUBGROUP ->
          subgroup(e, judgement) + metrics(e) + since + "; meant to differ? split them off";
      case PAIR_DIVERGED ->
          "the two hosts of group "
              + e.group()
              + " ("
              + named(e.hosts())
              + ") diverged"
              + metrics(e)
              + since;
      case GROUP_SILENT ->
          "group "
              + e.group()
              + " is silent: none of its "
              + count(known, "host")
              + " reports"
              + since;
    };
  }

  /** The proposed split: how many hosts, of how many, and which. */
  private static String subgroup(Episode e, GroupJudgement judgement) {
    return judgement.hostsConcerned().size()
        + " of "
        + count(judgement.window().hosts().size(), "host")
        + " of group "
        + e.group()
        + " are apart together ("
        + named(e.hosts())
        + ")";
  }

  private static String lone(Episode e, Finding finding) {
    for (Evidence of : e.evidence()) {
      if (of.metric().equals(finding.lostWork())) {
        return " lost its traffic: "
            + Quantity.of(of.observed(), of.unit())
            + " where "
            + Quantity.of(of.expected(), of.unit())
            + " are expected beside its "
            + count(e.peerCount(), "peer");
      }
    }
    return " is apart from its " + count(e.peerCount(), "peer") + metrics(e);
  }

  private static String count(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static String skew(long millis) {
    String seconds = Quantity.plain(Math.abs(millis) / 1000.0) + " s";
    return seconds + (millis > 0 ? " ahead of" : " behind");
  }

  private static String named(List<String> hosts) {
    String first = String.join(", ", hosts.subList(0, Math.min(HOSTS_NAMED, hosts.size())));
    int more = hosts.size() - HOSTS_NAMED;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  private static String metrics(Episode episode) {
    StringBuilder text = new StringBuilder();
    List<Evidence> evidence = episode.evidence();
    for (Evidence e : evidence.subList(0, Math.min(METRICS_NAMED, evidence.size()))) {
      text.append(text.length() == 0 ? ": " : ", ");
      text.append(Quantity.shortName(e.metric())).append(' ');
      text.append(Quantity.of(e.observed(), e.unit()));
      if (!Double.isNaN(e.peerLow())) {
        text.append(episode.host() == null ? " (expected " : " (peers ");
        text.append(Quantity.range(e.peerLow(), e.peerHigh(), e.unit())).append(')');
      }
    }
    return text.toString();
  }
}
