package io.peerwatch.proof.bench.judging;

import java.util.List;

/**
 * What to measure, and for how long.
 *
 * @param hosts sizes of groups, each at least 2
 * @param metrics numbers of metrics, each at least 1
 * @param iterations how often each part is measured, at least 1; with more than one it is warmed up
 *     before
 * @param iterationMillis how long each measurement takes
 * @param forks JVMs for each part; 0 measures in this one, which is for looking at it only
 * @param before windows that the group was judged in before; 0 for as many as it takes to be known
 */
public record JudgingBenchSettings(
    List<Integer> hosts,
    List<Integer> metrics,
    int iterations,
    int iterationMillis,
    int forks,
    int before) {

  public static final List<Integer> HOSTS = List.of(30, 1_000, 10_000);
  public static final List<Integer> METRICS = List.of(20);
  public static final int ITERATIONS = 5;
  public static final int ITERATION_MILLIS = 2_000;

  public JudgingBenchSettings {
    require(hosts.stream().allMatch(h -> h >= 2), "a group that is judged has 2 hosts or more");
    require(metrics.stream().allMatch(m -> m >= 1), "hosts are judged by 1 metric or more");
    require(iterations >= 1, "iterations must be 1 or more");
    require(iterationMillis >= 1, "an iteration takes 1 ms or more");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
