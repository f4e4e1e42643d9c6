package io.peerwatch.proof.bench.pipeline.contestant;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.peerwatch.schemas.registry.Registries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Consumers of one group that count samples, with or without decoding them. */
final class PlainConsumerRun implements ContestantRun {
  private static final Duration POLL = Duration.ofMillis(100);

  private final RunOrder order;
  private final boolean decode;
  private final SchemaRegistryClient registry;
  private final LongAdder counted = new LongAdder();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean closed;

  PlainConsumerRun(RunOrder order, boolean decode) {
    this.order = order;
    this.decode = decode;
    this.registry = Registries.connect(order.connection());
    for (int i = 0; i < order.threads(); i++) {
      Thread thread = new Thread(this::read, order.contestant().symbol() + "-" + i);
      thread.setUncaughtExceptionHandler((dead, cause) -> failure.compareAndSet(null, cause));
      thread.start();
      threads.add(thread);
    }
  }

  private void read() {
    var bytes = new ByteArrayDeserializer();
    try (var values = new GenericValues(registry);
        var consumer = new KafkaConsumer<>(RunProperties.consumer(order), bytes, bytes)) {
      consumer.subscribe(List.of(order.samplesTopic()));
      while (!closed) {
        int samples = 0;
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          samples += isSample(values, record) ? 1 : 0;
        }
        counted.add(samples);
      }
    }
  }

  private boolean isSample(GenericValues values, ConsumerRecord<byte[], byte[]> record) {
    return decode
        ? values.deserialize(record.topic(), record.value()) != null
        : record.value() != null;
  }

  @Override
  public long samples() {
    return counted.sum();
  }

  @Override
  public String failure() {
    Throwable cause = failure.get();
    return cause == null ? null : cause.toString();
  }

  @Override
  public void close() {
    closed = true;
    try {
      for (Thread thread : threads) {
        thread.join();
      }
      registry.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
