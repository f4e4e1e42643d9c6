package io.peerwatch.detection.capacity.meter;

import io.peerwatch.detection.capacity.CapacitySettings;
import io.peerwatch.detection.capacity.GroupCapacityFigures;
import io.peerwatch.detection.capacity.peak.DemandHistory;
import io.peerwatch.detection.inventory.GroupInventory;
import io.peerwatch.detection.inventory.ListedHost;
import io.peerwatch.detection.metric.MetricDictionary;
import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.HostWindow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A group's windows as a script; between two of them state goes through bytes and back. */
public final class GroupScript implements KeptHistory {
  public static final long MINUTE = 60_000L;
  public static final long HOUR = 60 * MINUTE;
  public static final long DAY = 24 * HOUR;

  private final Map<String, Map<String, Double>> hosts = new TreeMap<>();
  private final Set<String> suspects = new TreeSet<>();
  private final GroupInventory members = new GroupInventory();
  private CapacitySettings settings = CapacitySettings.DEFAULT;
  private CapacityMeter meter = new CapacityMeter();
  private byte[] history;
  private byte[] stored;

  public static GroupScript of(int hosts, double cores) {
    GroupScript script = new GroupScript();
    for (int i = 0; i < hosts; i++) {
      script.host("web-%04d".formatted(i), MetricDictionary.CORES, cores);
    }
    return script;
  }

  public GroupScript settings(CapacitySettings others) {
    settings = others;
    return this;
  }

  public GroupScript host(String host, String metric, double value) {
    hosts.computeIfAbsent(host, h -> new TreeMap<>()).put(metric, value);
    return this;
  }

  public GroupScript all(String metric, double value) {
    hosts.values().forEach(metrics -> metrics.put(metric, value));
    return this;
  }

  /** Load average of every host as a ratio of its cores. */
  public GroupScript loadPerCore(double load) {
    hosts
        .values()
        .forEach(m -> m.put(MetricDictionary.LOAD_1M, load * m.get(MetricDictionary.CORES)));
    return this;
  }

  public GroupScript silent(String host) {
    hosts.put(host, new TreeMap<>());
    return this;
  }

  /** A host of the inventory. */
  public GroupScript listed(String host, double cores, double memoryBytes) {
    members.list(host, new ListedHost(null, null, cores, memoryBytes));
    return this;
  }

  public GroupScript suspect(String host) {
    suspects.add(host);
    return this;
  }

  public GroupCapacityFigures window(long start) {
    return window(start, MINUTE);
  }

  public GroupCapacityFigures window(long start, long length) {
    List<String> metrics =
        hosts.values().stream().flatMap(m -> m.keySet().stream()).distinct().sorted().toList();
    List<HostWindow> windows = new ArrayList<>();
    hosts.forEach(
        (host, told) -> {
          double[] values = new double[metrics.size()];
          Arrays.setAll(values, i -> told.getOrDefault(metrics.get(i), Double.NaN));
          int samples = told.isEmpty() ? 0 : 6;
          windows.add(new HostWindow(host, values, samples, samples == 0 ? 1 : 0, 0, 0));
        });
    var window = new GroupWindow("web", start, start + length, metrics, windows, 0, false);
    restart();
    GroupCapacityFigures figures = meter.measure(window, suspects, settings, members, this);
    stored = bytes(meter::write);
    return figures;
  }

  /** What is written with every window. */
  int storedBytes() {
    return stored.length;
  }

  /** What is written once an hour. */
  int historyBytes() {
    return history.length;
  }

  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  private static byte[] bytes(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      writing.to(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Bytes of what every window changes. */
  public byte[] stored() {
    return stored;
  }

  private void restart() {
    if (stored != null) {
      try {
        meter = CapacityMeter.read(in(stored));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static DataInputStream in(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }

  @Override
  public DemandHistory load() {
    try {
      return history == null ? new DemandHistory() : DemandHistory.read(in(history));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void save(DemandHistory kept) {
    history = bytes(kept::write);
  }
}
