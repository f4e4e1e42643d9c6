package io.peerwatch.cli.demo;

import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.csv.Label;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The demo's alerts against the simulator's truth. A fault is <em>found</em> when an episode names
 * its host while it lasts, <em>missed</em> when none does, and <em>too early to tell</em> when it
 * began only a few windows before the end. An episode without a fault is a <em>false alarm</em>.
 */
final class DemoFindings {
  private static final Duration YOUNG = Duration.ofMinutes(4);
  private static final Duration LINGERING = Duration.ofMinutes(10);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

  private final Map<String, HostAlert> episodes = new LinkedHashMap<>();

  synchronized void add(HostAlert change) {
    episodes.put(change.getAlertId(), change);
  }

  /** What was found, as lines. */
  synchronized List<String> report(List<Label> faults, Instant end) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("What was found, against what the simulator did:");
    for (Label fault : faults) {
      lines.add(
          "  %-17s %s of %s [%s] since %s"
              .formatted(
                  outcome(fault, end),
                  fault.kind(),
                  fault.host(),
                  fault.group(),
                  TIME.format(fault.start())));
    }
    for (HostAlert episode : episodes.values()) {
      if (faults.stream().noneMatch(fault -> explains(fault, episode))) {
        lines.add("  %-17s %s of %s".formatted("false alarm", episode.getVerdict(), who(episode)));
      }
    }
    if (lines.size() == 2) {
      lines.add("  nothing went wrong yet, and nothing was reported");
    }
    return lines;
  }

  private String outcome(Label fault, Instant end) {
    var found = episodes.values().stream().filter(e -> explains(fault, e)).findFirst();
    if (found.isPresent()) {
      return "found";
    }
    return fault.start().isAfter(end.minus(YOUNG)) ? "too early to tell" : "missed";
  }

  private static boolean explains(Label fault, HostAlert episode) {
    boolean names =
        fault.host().equals(episode.getHost()) || episode.getHosts().contains(fault.host());
    boolean inTime =
        !episode.getOpenedAt().isBefore(fault.start())
            && episode.getOpenedAt().isBefore(fault.end().plus(LINGERING));
    return names && fault.group().equals(episode.getGroup()) && inTime;
  }

  private static String who(HostAlert episode) {
    String group = "[" + episode.getGroup() + "]";
    return episode.getHost() == null ? group : episode.getHost() + " " + group;
  }
}
