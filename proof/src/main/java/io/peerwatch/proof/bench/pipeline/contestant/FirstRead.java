package io.peerwatch.proof.bench.pipeline.contestant;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Sees every batch of samples that a contestant's consumers hand out: the clock of a run starts
 * with the first, so that nobody is charged for joining a consumer group.
 */
public final class FirstRead implements ConsumerInterceptor<Object, Object> {
  /** Names the run in the consumer's settings. */
  static final String RUN = "bench.run";

  /** Names the topic of samples there. */
  static final String TOPIC = "bench.topic";

  private static final Map<String, Seen> RUNS = new ConcurrentHashMap<>();

  /** What was seen of a run. */
  public static final class Seen {
    private final LongAdder samples = new LongAdder();
    private volatile long firstAtMillis;
    private volatile long cpuNanosAtFirst;
    private volatile long compileMillisAtFirst;

    private synchronized void begin() {
      if (firstAtMillis == 0) {
        cpuNanosAtFirst = cpuNanos();
        compileMillisAtFirst = CompilerTime.millis();
        firstAtMillis = System.currentTimeMillis();
      }
    }

    /** Samples that were handed out; ticks don't count. */
    public long samples() {
      return samples.sum();
    }

    /** When the first was, in epoch milliseconds; 0 when none was. */
    public long firstAtMillis() {
      return firstAtMillis;
    }

    /** Processor time of this process since then. */
    public long cpuNanosSince() {
      return cpuNanos() - cpuNanosAtFirst;
    }

    /** What compilers of this process have taken since then ({@link CompilerTime}). */
    public long compileMillisSince() {
      return Math.max(0, CompilerTime.millis() - compileMillisAtFirst);
    }
  }

  private String topic;
  private Seen seen;

  /** Of a run, by its application id. */
  public static Seen of(String run) {
    return RUNS.computeIfAbsent(run, unused -> new Seen());
  }

  @Override
  public void configure(Map<String, ?> settings) {
    topic = settings.get(TOPIC).toString();
    seen = of(settings.get(RUN).toString());
  }

  @Override
  public ConsumerRecords<Object, Object> onConsume(ConsumerRecords<Object, Object> records) {
    int samples = 0;
    for (ConsumerRecord<Object, Object> record : records.records(topic)) {
      samples += record.value() == null ? 0 : 1;
    }
    if (samples > 0) {
      if (seen.firstAtMillis == 0) {
        seen.begin();
      }
      seen.samples.add(samples);
    }
    return records;
  }

  @Override
  public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {
    // only what is read is looked at
  }

  @Override
  public void close() {
    // the figures stay for who asks
  }

  private static long cpuNanos() {
    var machine =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return machine.getProcessCpuTime();
  }
}
