package io.peerwatch.consumers.notify;

import io.peerwatch.schemas.avro.AlertState;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.Severity;
import io.peerwatch.schemas.avro.Verdict;
import io.peerwatch.schemas.topics.NamePattern;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which alert changes a reader wants. Empty lists and sets want all; between them all must agree.
 *
 * @param groups name patterns, {@code *} for any text
 * @param hosts name patterns; an episode of a group passes with any host that it lists
 * @param severityMin this or worse
 */
public record AlertFilter(
    List<NamePattern> groups,
    List<NamePattern> hosts,
    Set<Verdict> verdicts,
    Set<AlertState> states,
    Severity severityMin)
    implements Predicate<HostAlert> {

  public static final AlertFilter ALL =
      new AlertFilter(List.of(), List.of(), Set.of(), Set.of(), Severity.UNKNOWN);

  @Override
  public boolean test(HostAlert alert) {
    return anyMatches(groups, alert.getGroup())
        && hostMatches(alert)
        && (verdicts.isEmpty() || verdicts.contains(alert.getVerdict()))
        && (states.isEmpty() || states.contains(alert.getState()))
        && alert.getSeverity().compareTo(severityMin) >= 0;
  }

  private boolean hostMatches(HostAlert alert) {
    return alert.getHost() != null
        ? anyMatches(hosts, alert.getHost())
        : hosts.isEmpty() || alert.getHosts().stream().anyMatch(h -> anyMatches(hosts, h));
  }

  private static boolean anyMatches(List<NamePattern> patterns, String name) {
    return patterns.isEmpty() || patterns.stream().anyMatch(p -> p.matches(name));
  }
}
