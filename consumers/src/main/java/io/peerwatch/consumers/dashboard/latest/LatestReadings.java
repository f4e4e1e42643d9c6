package io.peerwatch.consumers.dashboard.latest;

import io.peerwatch.schemas.avro.HostReadings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The last windows of every series, within {@link MemoryBounds}. Reading the same record twice
 * changes nothing, so that readers may start over. Safe for several threads.
 */
public final class LatestReadings {
  private final MemoryBounds bounds;
  private final Map<SeriesKey, NavigableMap<Long, WindowReadings>> series = new HashMap<>();
  private final Map<String, Set<String>> metricsOfGroup = new HashMap<>();

  /** Which series have a window with this end: finds the oldest of all without a search. */
  private final NavigableMap<Long, Set<SeriesKey>> seriesByEnd = new TreeMap<>();

  private long cells;

  public LatestReadings(MemoryBounds bounds) {
    this.bounds = bounds;
  }

  /** Remembers one chunk; its arrays must run alike over hosts. */
  public synchronized void add(HostReadings readings) {
    SeriesKey key = new SeriesKey(readings.getGroup(), readings.getMetric());
    long end = readings.getWindowEnd().toEpochMilli();
    NavigableMap<Long, WindowReadings> windows = series.computeIfAbsent(key, k -> new TreeMap<>());
    metricsOfGroup.computeIfAbsent(key.group(), g -> new TreeSet<>()).add(key.metric());
    WindowReadings before = windows.get(end);
    WindowReadings after = withChunk(before, readings, windows.lowerEntry(end));
    windows.put(end, after);
    seriesByEnd.computeIfAbsent(end, e -> new HashSet<>()).add(key);
    cells += after.cells() - (before == null ? 0 : before.cells());
    if (windows.size() > bounds.windowsPerSeries()) {
      forget(key, windows.firstKey());
    }
    while (cells > bounds.cells() || series.size() > bounds.series()) {
      forgetOldest();
    }
  }

  /** The windows of a series, oldest first; empty when nothing is known of it. */
  public synchronized List<WindowReadings> windows(SeriesKey key) {
    NavigableMap<Long, WindowReadings> windows = series.get(key);
    return windows == null ? List.of() : new ArrayList<>(windows.values());
  }

  /** The newest window of each metric of a group; empty when nothing is known of it. */
  public synchronized NavigableMap<String, WindowReadings> newestByMetric(String group) {
    NavigableMap<String, WindowReadings> newest = new TreeMap<>();
    for (String metric : metricsOfGroup.getOrDefault(group, Set.of())) {
      newest.put(metric, series.get(new SeriesKey(group, metric)).lastEntry().getValue());
    }
    return newest;
  }

  /** Groups with readings, by name. */
  public synchronized Set<String> groups() {
    return new TreeSet<>(metricsOfGroup.keySet());
  }

  /** How many cells are held, at most {@link MemoryBounds#cells}. */
  public synchronized long cells() {
    return cells;
  }

  private static WindowReadings withChunk(
      WindowReadings before,
      HostReadings readings,
      Map.Entry<Long, WindowReadings> previousWindow) {
    WindowReadings window =
        before != null
            ? before
            : WindowReadings.of(
                readings.getWindowStart().toEpochMilli(),
                readings.getWindowEnd().toEpochMilli(),
                readings.getUnit());
    ReadingsChunk chunk = ReadingsChunk.of(readings);
    ReadingsChunk previous =
        previousWindow == null ? null : previousWindow.getValue().chunks().get(readings.getChunk());
    return window.with(
        readings.getChunk(), previous == null ? chunk : chunk.sharingNamesWith(previous));
  }

  private void forgetOldest() {
    Map.Entry<Long, Set<SeriesKey>> oldest = seriesByEnd.firstEntry();
    forget(oldest.getValue().iterator().next(), oldest.getKey());
  }

  private void forget(SeriesKey key, long end) {
    NavigableMap<Long, WindowReadings> windows = series.get(key);
    cells -= windows.remove(end).cells();
    Set<SeriesKey> sameEnd = seriesByEnd.get(end);
    sameEnd.remove(key);
    if (sameEnd.isEmpty()) {
      seriesByEnd.remove(end);
    }
    if (windows.isEmpty()) {
      series.remove(key);
      forgetMetric(key);
    }
  }

  private void forgetMetric(SeriesKey key) {
    Set<String> metrics = metricsOfGroup.get(key.group());
    metrics.remove(key.metric());
    if (metrics.isEmpty()) {
      metricsOfGroup.remove(key.group());
    }
  }
}
