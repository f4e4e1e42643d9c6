package io.peerwatch.proof.bench.pipeline.fleet;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * When hosts send: each once a period, at its own moment of it, as machines do that were started at
 * different times.
 */
public final class SendingTimes {
  /** Live hosts send one sample in this time. */
  public static final long PERIOD_MILLIS = 10_000;

  /** Hears whose turn it is. */
  public interface Turn {
    void send(int host, long timestamp);
  }

  /** Moments after the start of a period, by host. */
  private final int[] phases;

  /** Hosts by their moments. */
  private final int[] order;

  public SendingTimes(long seed, int hosts) {
    var random = new SplittableRandom(seed);
    phases = random.ints(hosts, 0, (int) PERIOD_MILLIS).toArray();
    order =
        Arrays.stream(sortable(phases))
            .sorted()
            .mapToInt(phaseAndHost -> (int) phaseAndHost)
            .toArray();
  }

  private static long[] sortable(int[] phases) {
    long[] both = new long[phases.length];
    for (int host = 0; host < both.length; host++) {
      both[host] = ((long) phases[host] << Integer.SIZE) | host;
    }
    return both;
  }

  /**
   * Tells all turns in the order of time.
   *
   * @param from start of the first period
   * @param to end of the last, exclusive
   * @param periodMillis a multiple of {@link #PERIOD_MILLIS}; hosts send at the start of each
   */
  public void forEach(long from, long to, long periodMillis, Turn turn) {
    for (long start = from; start < to; start += periodMillis) {
      for (int host : order) {
        turn.send(host, start + phases[host]);
      }
    }
  }
}
