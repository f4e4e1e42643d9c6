package io.peerwatch.consumers.dashboard.read;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How reading goes, for people to see: whether the broker answers, what is missing, how far behind,
 * and how many records could not be used. Safe for several threads.
 */
public final class ReadingHealth {

  /**
   * How it stood at one moment.
   *
   * @param connected whether the broker answered last time
   * @param problem one line that says what is wrong; null when nothing is
   * @param missingTopics topics that do not exist on the broker
   * @param behind records that were there and have not been read yet; -1 while unknown
   * @param read records read since the start
   * @param unusable records by topic that are foreign or could not be decoded
   */
  public record Snapshot(
      boolean connected,
      String problem,
      List<String> missingTopics,
      long behind,
      long read,
      Map<String, Long> unusable) {}

  private boolean connected;
  private String problem;
  private List<String> missingTopics = List.of();
  private long behind = -1;
  private long read;
  private final Map<String, Long> unusable = new TreeMap<>();

  /** Reading begins again from where a start begins, so counting does, too. */
  synchronized void startOver() {
    behind = -1;
    read = 0;
    unusable.clear();
  }

  synchronized void connected(List<String> missing) {
    connected = true;
    problem = null;
    missingTopics = List.copyOf(missing);
  }

  synchronized void broken(String line) {
    connected = false;
    problem = line;
  }

  /** The broker answers but records can't be understood for now. */
  synchronized void hindered(String line) {
    problem = line;
  }

  synchronized void behind(long records) {
    behind = records;
  }

  synchronized void read(long records) {
    read += records;
  }

  synchronized void unusable(String topic) {
    unusable.merge(topic, 1L, Long::sum);
  }

  public synchronized Snapshot snapshot() {
    return new Snapshot(connected, problem, missingTopics, behind, read, Map.copyOf(unusable));
  }
}
