package io.peerwatch.consumers.dashboard.latest;

/**
 * How much the dashboard remembers. A series is one metric of one group; a cell is one host's
 * reading of one metric in one window (12 bytes). Over a bound the oldest goes first.
 *
 * @param windowsPerSeries windows kept of each series
 * @param cells cells kept of all series together; the default takes about 100 MB when full. One
 *     group of 10,000 hosts with 20 metrics has 200,000 cells a window, so 40 windows of it fit
 * @param series series kept
 * @param groups groups whose verdict and capacity are kept
 * @param openAlerts open episodes kept
 * @param resolvedAlerts resolved episodes kept
 */
public record MemoryBounds(
    int windowsPerSeries, long cells, int series, int groups, int openAlerts, int resolvedAlerts) {

  public static final MemoryBounds DEFAULT =
      new MemoryBounds(360, 8_000_000, 100_000, 20_000, 10_000, 500);

  public MemoryBounds {
    requirePositive("windowsPerSeries", windowsPerSeries);
    requirePositive("cells", cells);
    requirePositive("series", series);
    requirePositive("groups", groups);
    requirePositive("openAlerts", openAlerts);
    requirePositive("resolvedAlerts", resolvedAlerts);
  }

  private static void requirePositive(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, not " + value);
    }
  }
}
