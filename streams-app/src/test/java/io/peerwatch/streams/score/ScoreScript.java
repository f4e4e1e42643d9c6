package io.peerwatch.streams.score;

import java.util.ArrayList;
import java.util.List;

/** Incidents and alarms told in minutes: {@code scored().incident("web-1", 100, 120)…result()}. */
final class ScoreScript {
  static final long MINUTE = 60_000;

  private final List<Incident> incidents = new ArrayList<>();
  private final List<Alarm> alarms = new ArrayList<>();
  private long from;
  private long to = 100_000 * MINUTE;
  private double weeks = 1;

  private ScoreScript() {}

  static ScoreScript scored() {
    return new ScoreScript();
  }

  ScoreScript from(int minute) {
    from = minute * MINUTE;
    return this;
  }

  ScoreScript to(int minute) {
    to = minute * MINUTE;
    return this;
  }

  ScoreScript weeks(double groupWeeks) {
    weeks = groupWeeks;
    return this;
  }

  ScoreScript incident(String host, int start, int end, String... metrics) {
    incidents.add(
        new Incident("web", host, start * MINUTE, end * MINUTE, List.of(metrics), "kind"));
    return this;
  }

  /** Its first window lasts a minute. */
  ScoreScript alarm(String host, int start, int end, String... blamed) {
    return alarm(host, List.of(), start, end, blamed);
  }

  ScoreScript groupAlarm(int start, int end, String... hosts) {
    return alarm(null, List.of(hosts), start, end);
  }

  private ScoreScript alarm(String host, List<String> hosts, int start, int end, String... blamed) {
    alarms.add(
        new Alarm(
            "web",
            host,
            hosts,
            start * MINUTE,
            (start + 1) * MINUTE,
            end * MINUTE,
            true,
            List.of(blamed)));
    return this;
  }

  AlarmScore result() {
    return new AlarmScorer(incidents, from, to).score(alarms, weeks);
  }
}
