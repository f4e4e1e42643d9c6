package io.peerwatch.producers.simulate.scenario;

import static io.peerwatch.producers.simulate.metric.Metric.CPU;
import static io.peerwatch.producers.simulate.metric.Metric.DISK_IO_TIME;
import static io.peerwatch.producers.simulate.metric.Metric.LOAD_15M;
import static io.peerwatch.producers.simulate.metric.Metric.LOAD_1M;
import static io.peerwatch.producers.simulate.metric.Metric.LOAD_5M;
import static io.peerwatch.producers.simulate.metric.Metric.MEMORY;
import static io.peerwatch.producers.simulate.metric.Metric.MEMORY_USAGE;
import static io.peerwatch.producers.simulate.metric.Metric.NETWORK_DROPPED;
import static io.peerwatch.producers.simulate.metric.Metric.NETWORK_ERRORS;
import static io.peerwatch.producers.simulate.metric.Metric.NETWORK_RECEIVE;
import static io.peerwatch.producers.simulate.metric.Metric.NETWORK_TRANSMIT;
import static io.peerwatch.producers.simulate.metric.Metric.REQUEST_DURATION;
import static io.peerwatch.producers.simulate.metric.Metric.REQUEST_RATE;

import io.peerwatch.producers.simulate.metric.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The kinds of fault: what each does to a host, and which metrics show it first. */
public enum FaultKind {
  /** A process beside the work takes CPU; requests stay. Strength: share of the host's cores. */
  CPU_HOG(0.6, 1, "share of the host's cores that it takes", LOAD_1M, LOAD_5M, LOAD_15M, CPU),

  /**
   * Memory grows evenly. Past the memory the host pages, past its swap the service is killed,
   * starts anew and leaks on. Freed at the end. Strength: share of the memory leaked by then.
   */
  MEMORY_LEAK(0.4, 10, "share of the memory leaked by the end", MEMORY, MEMORY_USAGE),

  /** The disk is busy with itself and tasks wait. Strength: share of its time that is lost. */
  SLOW_DISK(0.6, 0.99, "share of the disk's time that is lost", DISK_IO_TIME),

  /** Packets are lost and sent again; answers are late. Strength: share of the packets. */
  PACKET_LOSS(
      0.05, 0.5, "share of the packets lost", NETWORK_DROPPED, NETWORK_ERRORS, REQUEST_DURATION),

  /** Requests no longer reach the host, and nobody notices. Strength: share of them lost. */
  TRAFFIC_LOST(
      0.9,
      1,
      "share of the requests lost",
      REQUEST_RATE,
      LOAD_1M,
      LOAD_5M,
      LOAD_15M,
      CPU,
      NETWORK_RECEIVE,
      NETWORK_TRANSMIT),

  /** Values stay what they were when it began. Strength means nothing. */
  STUCK_VALUE(1, 1, "no meaning", Metric.MOVING),

  /** Values that are measured scatter, each for itself. Strength: spread, as a ratio. */
  NOISE(0.3, 3, "spread of the scatter, as a ratio", Metric.MOVING),

  /** The host goes in and out of service. Strength: share of the requests lost while out. */
  FLAPPING(
      0.9,
      1,
      "share of the requests lost while out",
      REQUEST_RATE,
      NETWORK_RECEIVE,
      NETWORK_TRANSMIT),

  /** Values are old: those of some time ago. Strength means nothing. */
  LAG(1, 1, "no meaning", Metric.MOVING),

  /** The host sends nothing. Strength means nothing. */
  SILENCE(1, 1, "no meaning"),

  /** The host's clock is wrong, and so are its timestamps. Strength means nothing. */
  SKEWED_CLOCK(1, 1, "no meaning"),

  /**
   * Every request takes longer, as on a throttled processor; the host answers all of them.
   * Strength: by how much longer, as a ratio.
   */
  GRAY_SLOWNESS(
      0.3,
      5,
      "by how much longer requests take, as a ratio",
      REQUEST_DURATION,
      CPU,
      LOAD_1M,
      LOAD_5M,
      LOAD_15M);

  private final double strengthDefault;
  private final double strengthMax;
  private final String strengthMeaning;
  private final List<String> metrics;

  FaultKind(double strengthDefault, double strengthMax, String strengthMeaning, Metric... metrics) {
    this(
        strengthDefault,
        strengthMax,
        strengthMeaning,
        Arrays.stream(metrics).map(Metric::canonical).toList());
  }

  FaultKind(
      double strengthDefault, double strengthMax, String strengthMeaning, List<String> metrics) {
    this.strengthDefault = strengthDefault;
    this.strengthMax = strengthMax;
    this.strengthMeaning = strengthMeaning;
    this.metrics = metrics;
  }

  /** Strength where a scenario gives none. */
  public double strengthDefault() {
    return strengthDefault;
  }

  /** Largest strength that makes sense; the smallest is 0. */
  public double strengthMax() {
    return strengthMax;
  }

  public String strengthMeaning() {
    return strengthMeaning;
  }

  /** What {@link FaultSpec#amountMillis} is where a scenario doesn't say. */
  public long amountMillisDefault() {
    return switch (this) {
      case LAG -> 180_000;
      case SKEWED_CLOCK -> 300_000;
      case FLAPPING -> 240_000;
      default -> 0;
    };
  }

  /** Whether a scenario may tell which metrics it befalls. */
  public boolean takesMetrics() {
    return this == STUCK_VALUE || this == NOISE || this == LAG;
  }

  /** The metrics that show it; none for what only time shows. */
  public List<String> metrics() {
    return metrics;
  }

  /** The name in scenarios and labels, such as {@code cpu-hog}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
