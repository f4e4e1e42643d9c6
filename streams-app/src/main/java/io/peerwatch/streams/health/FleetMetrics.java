package io.peerwatch.streams.health;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.peerwatch.streams.canary.RoundTrips;
import io.peerwatch.streams.count.Counted;
import io.peerwatch.streams.run.Vitals;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * The application's metrics in Prometheus' text form. Counters are since this process started.
 * Every answer shows one moment: its numbers fit together.
 */
public final class FleetMetrics implements AutoCloseable {
  private static final Duration[] LATENCY_BOUNDS =
      List.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000, 300_000)
          .stream()
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  /** What {@code peerwatch_verdict_latency_seconds} measures. */
  public static final String VERDICT_LATENCY =
      "from the time of the record that closed a window (its last sample, or a tick) to the commit"
          + " of the verdict, when readers can see it";

  private static final String CANARY_LATENCY =
      "from the sending of a canary's last sample of a window to when its verdict was read back";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, new PrometheusRegistry(), Clock.SYSTEM);
  private final InstantSource clock;
  private final Timer verdictLatency;
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private KafkaStreamsMetrics kafka;
  private Supplier<Vitals> vitals;
  private final Map<ByGroup, MultiGauge> byGroup = new EnumMap<>(ByGroup.class);
  private Readiness readiness;
  private int groupsMax;

  /** Held here, for gauges do not hold what they look at. */
  private StateSizes sizes;

  private volatile Moment moment;

  public FleetMetrics(InstantSource clock) {
    this.clock = clock;
    this.verdictLatency = latency("peerwatch.verdict.latency", VERDICT_LATENCY);
  }

  /** A histogram of times from milliseconds to minutes. */
  public Timer latency(String name, String meaning) {
    return Timer.builder(name)
        .description(meaning)
        .serviceLevelObjectives(LATENCY_BOUNDS)
        .register(registry);
  }

  /** Takes the latency of a verdict, in milliseconds; from any thread. */
  public void verdictAfter(long millis) {
    verdictLatency.record(millis, TimeUnit.MILLISECONDS);
  }

  /**
   * Begins to tell of an application.
   *
   * @param groupsMax groups that have series of their own, at most, for budget and for capacity
   * @param version of this build
   */
  public FleetMetrics bind(
      Supplier<Vitals> source, Readiness readiness, int groupsMax, String version) {
    this.vitals = source;
    this.groupsMax = groupsMax;
    this.readiness = readiness;
    look();
    for (Counted counted : Counted.values()) {
      count(counted);
    }
    for (Gauged gauged : Gauged.values()) {
      register(gauged);
    }
    for (ByGroup gauge : ByGroup.values()) {
      byGroup.put(
          gauge,
          MultiGauge.builder(gauge.metric()).description(gauge.meaning()).register(registry));
    }
    sizes = new StateSizes(source, clock);
    registerSizes();
    Gauge.builder("peerwatch.build.info", () -> 1)
        .description("always 1; which build runs")
        .tags("version", version, "java", Runtime.version().toString())
        .register(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
    return this;
  }

  /** Adds Kafka Streams' own metrics, hundreds of series a thread; after the start. */
  public void bindKafka() {
    kafka = new KafkaStreamsMetrics(vitals.get().streams());
    kafka.bindTo(registry);
  }

  /** Adds what canaries measure, which is to be told to what is returned. */
  public RoundTrips bindCanary() {
    Timer latency = latency("peerwatch.canary.latency", CANARY_LATENCY);
    var trips =
        new RoundTrips(nanos -> latency.record(nanos, TimeUnit.NANOSECONDS), System::nanoTime);
    Gauge.builder("peerwatch.canary.age.seconds", trips, t -> t.ageNanos() / 1e9)
        .description(
            "since the last verdict on a canary came back, on the partition that waits most")
        .register(registry);
    FunctionCounter.builder("peerwatch.canary.samples.sent", trips, RoundTrips::samplesSent)
        .description("samples of canaries that the broker took")
        .register(registry);
    FunctionCounter.builder("peerwatch.canary.samples.failed", trips, RoundTrips::samplesFailed)
        .description("samples of canaries that the broker did not take within 20 s")
        .register(registry);
    return trips;
  }

  /** All of it, as of now. */
  public synchronized String text() {
    look();
    byGroup.forEach((gauge, series) -> series.register(rows(gauge), true));
    return registry.scrape();
  }

  @Override
  public void close() {
    if (kafka != null) {
      kafka.close();
    }
    collections.close();
    registry.close();
  }

  private void look() {
    moment = Moment.of(vitals.get(), readiness, groupsMax, clock);
  }

  private List<MultiGauge.Row<?>> rows(ByGroup gauge) {
    List<MultiGauge.Row<?>> rows = new ArrayList<>();
    for (ByGroup.Series series : gauge.of(moment)) {
      rows.add(MultiGauge.Row.of(Tags.of("group", series.group()), series.value()));
    }
    return rows;
  }

  private void registerSizes() {
    for (String store : StateSizes.STORES) {
      Gauge.builder("peerwatch.state.entries", sizes, s -> s.entries(store))
          .description(
              "entries of a state store, over this instance's partitions; NaN in a restore")
          .tag("store", store)
          .register(registry);
      Gauge.builder("peerwatch.state.bytes", sizes, s -> s.bytes(store))
          .description("bytes of keys and values of a state store, counted every five minutes")
          .tag("store", store)
          .register(registry);
    }
  }

  private void register(Gauged gauged) {
    ToDoubleFunction<FleetMetrics> value = self -> gauged.of(self.moment);
    if (gauged.onlyGrows()) {
      FunctionCounter.builder(gauged.metric(), this, value)
          .description(gauged.meaning())
          .register(registry);
    } else {
      Gauge.builder(gauged.metric(), this, value).description(gauged.meaning()).register(registry);
    }
  }

  private void count(Counted counted) {
    for (int i = 0; i < counted.labelValues().size(); i++) {
      int combination = i;
      List<Tag> tags = new ArrayList<>();
      for (int label = 0; label < counted.labels().size(); label++) {
        tags.add(Tag.of(counted.labels().get(label), counted.labelValues().get(i).get(label)));
      }
      FunctionCounter.builder(
              counted.metric(), this, self -> self.moment.counted().of(counted, combination))
          .description(counted.meaning())
          .tags(tags)
          .register(registry);
    }
  }
}
