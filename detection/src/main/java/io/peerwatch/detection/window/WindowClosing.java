package io.peerwatch.detection.window;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Closes one window: takes it out of every host and makes one {@link GroupWindow} of it.
 *
 * <p>Hosts come by name.
 */
final class WindowClosing {
  /** A clock is named only when it was off at two closes in a row; one may be a burst. */
  private static final int SKEWED_WINDOWS_MIN = 2;

  private final WindowSettings settings;
  private final List<HostGathering> hosts;
  private final MetricNumbers metrics;
  private final long start;
  private final long end;
  private final long clock;
  private final long epoch;
  private final boolean[] sent;

  /** The numbers that were looked at last: hosts mostly share one array. */
  private int[] noted;

  private int[] placesOf;
  private int[] places;

  WindowClosing(
      WindowPlan plan,
      List<HostGathering> hosts,
      MetricNumbers metrics,
      long start,
      long clock,
      long epoch) {
    this.settings = plan.at(start);
    this.hosts = hosts;
    this.metrics = metrics;
    this.sent = new boolean[metrics.names().size()];
    this.start = start;
    this.end = plan.windowEnd(start);
    this.clock = clock;
    this.epoch = epoch;
  }

  GroupWindow close(String group, boolean silence) {
    List<OpenWindow> windows = new ArrayList<>(hosts.size());
    for (HostGathering host : hosts) {
      OpenWindow window = host.close(start);
      windows.add(window);
      if (window == null) {
        miss(host, silence);
      } else {
        note(window.numbers());
      }
    }
    int[] numbers = byName();
    List<HostWindow> reports = new ArrayList<>(hosts.size());
    long lateSamples = 0;
    int i = 0;
    for (HostGathering host : hosts) {
      HostWindow report = report(host, windows.get(i++), numbers);
      reports.add(report);
      lateSamples += report.lateSamples();
    }
    List<String> names = new ArrayList<>(numbers.length);
    for (int number : numbers) {
      names.add(metrics.names().get(number));
    }
    return new GroupWindow(group, start, end, List.copyOf(names), reports, lateSamples, silence);
  }

  private void note(int[] numbers) {
    if (numbers != noted) {
      noted = numbers;
      for (int number : numbers) {
        sent[number] = true;
      }
    }
  }

  /** Numbers of the metrics that any host sent, by their names. */
  private int[] byName() {
    int[] numbers = new int[sent.length];
    int size = 0;
    for (int number : metrics.byName()) {
      if (sent[number]) {
        numbers[size++] = number;
      }
    }
    return Arrays.copyOf(numbers, size);
  }

  private void miss(HostGathering host, boolean silence) {
    // Silence of the whole group says nothing about one host.
    if (!silence && host.missed(end)) {
      host.missedWindows++;
    }
  }

  private HostWindow report(HostGathering host, OpenWindow window, int[] numbers) {
    double[] values = new double[numbers.length];
    if (window == null) {
      Arrays.fill(values, Double.NaN);
    } else {
      int[] from = placesIn(window.numbers(), numbers);
      for (int m = 0; m < values.length; m++) {
        values[m] = from[m] < 0 ? Double.NaN : window.meanAt(from[m]);
      }
    }
    boolean heard = host.heardInEpoch == epoch;
    long skewMillis = heard ? skewMillis(host) : 0;
    int missed = skewMillis == 0 ? host.missedWindows : 0;
    long late = host.lateSamples;
    host.lateSamples = 0;
    int samples = window == null ? 0 : window.instants().size();
    return new HostWindow(host.host, values, samples, missed, skewMillis, late);
  }

  /** By metric, its place among a window's numbers, negative when it is not there. */
  private int[] placesIn(int[] ofWindow, int[] numbers) {
    if (ofWindow != placesOf) {
      placesOf = ofWindow;
      places = new int[numbers.length];
      for (int m = 0; m < places.length; m++) {
        places[m] = Arrays.binarySearch(ofWindow, numbers[m]);
      }
    }
    return places;
  }

  private long skewMillis(HostGathering host) {
    long offMillis = host.latest - clock;
    int before = host.skewedWindows;
    if (Math.abs(offMillis) > settings.skewBudgetMillis()) {
      host.skewedWindows = Math.min(before + 1, SKEWED_WINDOWS_MIN);
    } else {
      host.skewedWindows = 0;
    }
    return host.skewedWindows >= SKEWED_WINDOWS_MIN ? offMillis : 0;
  }
}
