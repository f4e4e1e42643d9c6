package io.peerwatch.producers.simulate;

import static io.peerwatch.detection.metric.MetricDictionary.CPU;
import static io.peerwatch.detection.metric.MetricDictionary.DISK_IO_TIME;
import static io.peerwatch.detection.metric.MetricDictionary.LOAD_15M;
import static io.peerwatch.detection.metric.MetricDictionary.LOAD_1M;
import static io.peerwatch.detection.metric.MetricDictionary.LOAD_5M;
import static io.peerwatch.detection.metric.MetricDictionary.MEMORY;
import static io.peerwatch.detection.metric.MetricDictionary.MEMORY_USAGE;
import static io.peerwatch.detection.metric.MetricDictionary.REQUEST_RATE;
import static io.peerwatch.producers.simulate.SimulatedMetrics.DISK_WRITE;
import static io.peerwatch.producers.simulate.SimulatedMetrics.NETWORK_RECEIVE;
import static io.peerwatch.producers.simulate.SimulatedMetrics.NETWORK_TRANSMIT;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The kinds of fault: what each does to a host, and which metrics show it. */
public enum FaultKind {
  /** A neighbour process takes CPU; requests stay. Strength: share of the host's cores. */
  CPU_HOG(0.6, List.of(LOAD_1M, LOAD_5M, LOAD_15M, CPU)) {
    @Override
    void apply(double strength, double progress, HostSituation host) {
      host.foreignCoresShare += strength;
    }
  },

  /** Memory grows evenly and is freed at the end. Strength: share of the memory leaked by then. */
  MEMORY_LEAK(0.4, List.of(MEMORY, MEMORY_USAGE)) {
    @Override
    void apply(double strength, double progress, HostSituation host) {
      host.leakedShare += strength * progress;
    }
  },

  /** Requests no longer reach the host. Strength: share of the requests lost. */
  TRAFFIC_LOST(
      0.9,
      List.of(
          REQUEST_RATE,
          LOAD_1M,
          LOAD_5M,
          LOAD_15M,
          CPU,
          NETWORK_RECEIVE,
          NETWORK_TRANSMIT,
          DISK_WRITE)) {
    @Override
    void apply(double strength, double progress, HostSituation host) {
      host.demandFactor *= 1 - strength;
    }
  },

  /** The disk is busy with itself and tasks wait. Strength: share of its time that is lost. */
  SLOW_DISK(0.6, List.of(DISK_IO_TIME, LOAD_1M, LOAD_5M, LOAD_15M)) {
    @Override
    void apply(double strength, double progress, HostSituation host) {
      host.diskBusyShare += strength;
    }
  },

  /** Every value stays what it was when the fault began. Strength means nothing. */
  STUCK_VALUE(1, SimulatedMetrics.MOVING) {
    @Override
    void apply(double strength, double progress, HostSituation host) {
      host.stuck = true;
    }
  },

  /** The host sends nothing. Strength means nothing. */
  SILENCE(1, List.of()) {
    @Override
    void apply(double strength, double progress, HostSituation host) {
      host.silent = true;
    }
  };

  private final double strengthDefault;
  private final List<String> metrics;

  FaultKind(double strengthDefault, List<String> metrics) {
    this.strengthDefault = strengthDefault;
    this.metrics = metrics;
  }

  /** Works the fault into what besets the host at one instant. */
  abstract void apply(double strength, double progress, HostSituation host);

  /** Strength where a scenario gives none, 0..1. */
  double strengthDefault() {
    return strengthDefault;
  }

  /** The metrics that show it; none for silence. */
  List<String> metrics() {
    return metrics;
  }

  /** The name in scenarios and labels, such as {@code cpu-hog}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static FaultKind named(String label) {
    return Arrays.stream(values())
        .filter(kind -> kind.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "must be one of " + labels() + ", not '" + label + "'"));
  }

  private static String labels() {
    return Arrays.stream(values()).map(FaultKind::label).collect(Collectors.joining(", "));
  }
}
