package io.peerwatch.detection.window;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Closes one window: takes it out of every host and makes one {@link GroupWindow} of it. */
final class WindowClosing {
  /** A clock is named only when it was off at two closes in a row; one may be a burst. */
  private static final int SKEWED_WINDOWS_MIN = 2;

  private final WindowSettings settings;
  private final Collection<HostGathering> hosts;
  private final List<String> metricNames;
  private final long start;
  private final long end;
  private final long clock;
  private final long epoch;
  private final Set<String> touched = new HashSet<>();

  WindowClosing(
      WindowPlan plan,
      Collection<HostGathering> hosts,
      Collection<String> metricNames,
      long start,
      long clock,
      long epoch) {
    this.settings = plan.at(start);
    this.hosts = hosts;
    this.metricNames = List.copyOf(metricNames);
    this.start = start;
    this.end = plan.windowEnd(start);
    this.clock = clock;
    this.epoch = epoch;
  }

  GroupWindow close(String group, boolean silence) {
    List<OpenWindow> windows = new ArrayList<>(hosts.size());
    TreeMap<String, Integer> metrics = new TreeMap<>();
    for (HostGathering host : hosts) {
      OpenWindow window = host.close(start);
      windows.add(window);
      if (window == null) {
        miss(host, silence);
      } else {
        window.metricNumbers().forEach(number -> metrics.put(metricNames.get(number), number));
        touched.add(host.host);
      }
    }
    int[] numbers = metrics.values().stream().mapToInt(Integer::intValue).toArray();
    List<HostWindow> reports = new ArrayList<>(hosts.size());
    long lateSamples = 0;
    int i = 0;
    for (HostGathering host : hosts) {
      HostWindow report = report(host, windows.get(i++), numbers);
      reports.add(report);
      lateSamples += report.lateSamples();
    }
    return new GroupWindow(
        group, start, end, List.copyOf(metrics.keySet()), reports, lateSamples, silence);
  }

  /** Hosts whose state changed. */
  Set<String> touched() {
    return touched;
  }

  private void miss(HostGathering host, boolean silence) {
    // Silence of the whole group says nothing about one host.
    if (!silence && host.missed(end)) {
      host.missedWindows++;
      touched.add(host.host);
    }
  }

  private HostWindow report(HostGathering host, OpenWindow window, int[] numbers) {
    double[] values = new double[numbers.length];
    Arrays.fill(values, Double.NaN);
    if (window != null) {
      for (int m = 0; m < numbers.length; m++) {
        values[m] = window.mean(numbers[m]);
      }
    }
    boolean heard = host.heardInEpoch == epoch;
    if (heard && host.seenAt < end) {
      host.seenAt = end;
      touched.add(host.host);
    }
    long skewMillis = heard ? skewMillis(host) : 0;
    int missed = skewMillis == 0 ? host.missedWindows : 0;
    long late = host.lateSamples;
    if (late > 0) {
      host.lateSamples = 0;
      touched.add(host.host);
    }
    int samples = window == null ? 0 : window.instants().size();
    return new HostWindow(host.host, values, samples, missed, skewMillis, late);
  }

  private long skewMillis(HostGathering host) {
    long offMillis = host.latest - clock;
    int before = host.skewedWindows;
    if (Math.abs(offMillis) > settings.skewBudgetMillis()) {
      host.skewedWindows = Math.min(before + 1, SKEWED_WINDOWS_MIN);
    } else {
      host.skewedWindows = 0;
    }
    if (host.skewedWindows != before) {
      touched.add(host.host);
    }
    return host.skewedWindows >= SKEWED_WINDOWS_MIN ? offMillis : 0;
  }
}
