package io.peerwatch.consumers.notify;

import io.peerwatch.schemas.avro.AlertState;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.Resolution;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A change of an alert as one readable line: when (event time, UTC), what happened, how bad, where,
 * the summary with its evidence, and the alert's id. The date is shown unless it is today's.
 *
 * <pre>
 * 12:04:00 OPENED   critical [web] LONE_HOST web-07 is apart from its 29 peers: cpu 97 % (peers 41–55 %); since 12:02 UTC  a1b2c3
 * 12:31:00 RESOLVED critical [web] LONE_HOST web-07 recovered after 29 min  a1b2c3
 * </pre>
 */
public final class AlertLine {
  private static final int HOSTS_MAX = 4;
  private static final String CRITICAL = "1;31";
  private static final String WARNING = "33";
  private static final String INFO = "36";
  private static final String RESOLVED = "32";
  private static final String FAINT = "2";
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final InstantSource clock;
  private final boolean colour;

  /**
   * @param clock says what today is
   * @param colour whether to colour by severity, for a terminal
   */
  public AlertLine(InstantSource clock, boolean colour) {
    this.clock = clock;
    this.colour = colour;
  }

  /** The line, without its end. */
  public String of(HostAlert alert) {
    String change = "%-8s %-8s".formatted(alert.getState(), lower(alert.getSeverity()));
    return "%s %s [%s] %s %s  %s"
        .formatted(
            when(alert.getUpdatedAt()),
            paint(colourOf(alert), change),
            printable(alert.getGroup()),
            alert.getVerdict(),
            printable(story(alert)),
            paint(FAINT, printable(alert.getAlertId())));
  }

  private static String story(HostAlert alert) {
    if (alert.getState() == AlertState.RESOLVED) {
      return who(alert) + " " + ending(alert);
    }
    return alert.getSummary().isEmpty() ? who(alert) : alert.getSummary();
  }

  private static String who(HostAlert alert) {
    List<String> hosts = alert.getHosts();
    if (alert.getHost() != null) {
      return alert.getHost();
    }
    if (hosts.size() <= HOSTS_MAX) {
      return hosts.isEmpty() ? "the group" : String.join(", ", hosts);
    }
    return "%s and %d more"
        .formatted(
            String.join(", ", hosts.subList(0, HOSTS_MAX - 1)), hosts.size() - HOSTS_MAX + 1);
  }

  private static String ending(HostAlert alert) {
    Resolution resolution = alert.getResolution();
    Instant end = alert.getResolvedAt() == null ? alert.getUpdatedAt() : alert.getResolvedAt();
    String how = resolution == null ? "ended" : lower(resolution);
    return how + " after " + lasting(Duration.between(alert.getOnsetAt(), end));
  }

  private static String lasting(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 120) {
      return seconds + " s";
    }
    long minutes = (seconds + 30) / 60;
    return minutes < 120 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
  }

  private String when(Instant at) {
    ZonedDateTime time = at.atZone(ZoneOffset.UTC);
    LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    String date = time.toLocalDate().equals(today) ? "" : time.toLocalDate() + " ";
    return date + TIME.format(time);
  }

  private String paint(String code, String text) {
    return colour ? "\033[" + code + "m" + text + "\033[0m" : text;
  }

  private static String colourOf(HostAlert alert) {
    if (alert.getState() == AlertState.RESOLVED) {
      return RESOLVED;
    }
    return switch (alert.getSeverity()) {
      case CRITICAL -> CRITICAL;
      case WARNING -> WARNING;
      default -> INFO;
    };
  }

  /** Texts from a topic never steer the terminal. */
  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
