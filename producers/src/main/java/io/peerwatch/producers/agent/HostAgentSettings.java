package io.peerwatch.producers.agent;

import io.peerwatch.producers.agent.extra.ExtraSettings;
import io.peerwatch.schemas.topics.Names;
import java.time.Duration;
import java.util.Optional;

/**
 * What the agent calls its machine, and how often it looks.
 *
 * @param group the machine's group; empty: {@value #GROUP_DEFAULT}
 * @param host the machine's name; empty: its own name for itself
 * @param period time between two samples, 1 s or more; they lie on multiples of it
 * @param buffer how many samples wait while Kafka is away
 * @param extra metrics from elsewhere
 * @param scope the machine or the container
 */
public record HostAgentSettings(
    Optional<String> group,
    Optional<String> host,
    Duration period,
    BufferBounds buffer,
    ExtraSettings extra,
    Scope scope) {
  public static final String GROUP_DEFAULT = "ungrouped";
  public static final Duration PERIOD_DEFAULT = Duration.ofSeconds(10);

  private static final Duration PERIOD_MIN = Duration.ofSeconds(1);

  /**
   * @throws IllegalArgumentException whose message is one line for the user
   */
  public HostAgentSettings {
    group.ifPresent(name -> requireName("group", name));
    host.ifPresent(name -> requireName("host", name));
    if (period.compareTo(PERIOD_MIN) < 0) {
      throw new IllegalArgumentException("the period must be 1s or more");
    }
  }

  /** With the usual buffer and scope, and no extra metrics. */
  public static HostAgentSettings of(
      Optional<String> group, Optional<String> host, Duration period) {
    return new HostAgentSettings(
        group, host, period, BufferBounds.of(period), ExtraSettings.none(), Scope.AUTO);
  }

  private static void requireName(String what, String name) {
    if (!Names.isName(name)) {
      throw new IllegalArgumentException(
          "%s '%s' must be 1 to 200 of A-Z a-z 0-9 . _ : / -".formatted(what, name));
    }
  }
}
