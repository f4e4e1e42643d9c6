package io.peerwatch.consumers.silence;

import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.Silence;
import io.peerwatch.schemas.topics.NamePattern;
import java.time.Instant;

/**
 * Which alert changes a silence covers: group and host match, and the change's own time, {@code
 * updatedAt}, lies in [from, to). The clock on the wall plays no part, so that recorded alerts are
 * silenced alike whenever they are read.
 *
 * <p>An episode of a group has no host. It counts as the empty name, which only a pattern of stars
 * matches: a silence of one host never hides that its whole group moved.
 */
final class SilenceMatch {
  private final Silence silence;
  private final NamePattern group;
  private final NamePattern host;
  private final Instant from;
  private final Instant to;

  SilenceMatch(Silence silence) {
    this.silence = silence;
    this.group = new NamePattern(silence.getGroupPattern());
    this.host = new NamePattern(silence.getHostPattern());
    this.from = silence.getFrom();
    this.to = silence.getTo();
  }

  Silence silence() {
    return silence;
  }

  boolean covers(HostAlert alert) {
    return covers(alert, alert.getUpdatedAt());
  }

  /** The same for an episode that is still as it was told at that later time. */
  boolean covers(HostAlert alert, Instant at) {
    return !at.isBefore(from)
        && at.isBefore(to)
        && group.matches(alert.getGroup())
        && host.matches(alert.getHost() == null ? "" : alert.getHost());
  }
}
