package io.peerwatch.producers.agent;

import io.peerwatch.detection.metric.MetricDictionary;
import io.peerwatch.producers.agent.RawReading.CpuTime;
import io.peerwatch.producers.agent.extra.ExtraMetrics;
import io.peerwatch.producers.agent.rate.CounterRates;
import io.peerwatch.schemas.avro.HostSample;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Makes samples of readings: counters become rates, processor time becomes utilization. */
final class HostSampler {
  private final String group;
  private final String host;
  private final HostReader reader;
  private final Map<String, String> attributes;
  private final CounterRates rates = new CounterRates(Set.of(MetricDictionary.DISK_IO_TIME));
  private final Consumer<Map<String, Double>> extra;
  private CpuTime cpuBefore = new CpuTime(0, 0);
  private boolean started;

  /**
   * @param extra adds metrics from elsewhere to those that were read
   */
  HostSampler(String group, String host, HostReader reader, Consumer<Map<String, Double>> extra) {
    this.group = group;
    this.host = host;
    this.reader = reader;
    this.extra = extra;
    this.attributes = Map.copyOf(reader.attributes());
  }

  /** Named as the settings say, else as the machine calls itself. */
  static HostSampler of(HostAgentSettings settings, HostReader reader, ExtraMetrics extra) {
    return new HostSampler(
        settings.group().orElse(HostAgentSettings.GROUP_DEFAULT),
        settings.host().orElseGet(reader::hostName),
        reader,
        extra::addTo);
  }

  /** Reads the machine; the first sample has gauges only, since rates need a reading before. */
  HostSample sample(long epochMillis) {
    RawReading reading = reader.read();
    Map<String, Double> metrics = new HashMap<>(reading.gauges());
    rates
        .since(reading.nanos(), reading.counters())
        .forEach((metric, rate) -> metrics.put(metric, bounded(metric, rate)));
    addCpu(metrics, reading.cpu());
    extra.accept(metrics);
    metrics.values().removeIf(value -> !Double.isFinite(value));
    return new HostSample(host, group, Instant.ofEpochMilli(epochMillis), metrics, attributes);
  }

  private void addCpu(Map<String, Double> metrics, CpuTime now) {
    long busy = now.busy() - cpuBefore.busy();
    long total = now.total() - cpuBefore.total();
    // Processors that were taken offline set both back.
    if (started && busy >= 0 && total > 0) {
      metrics.put(MetricDictionary.CPU, Math.min(1, (double) busy / total));
    }
    cpuBefore = now;
    started = true;
  }

  /** Shares of time can exceed 1 a little, because clocks are read one after the other. */
  private static double bounded(String metric, double rate) {
    return metric.equals(MetricDictionary.DISK_IO_TIME) ? Math.min(1, rate) : rate;
  }
}
