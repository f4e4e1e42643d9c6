package io.peerwatch.proof.bench.pipeline.contestant;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;

/** A Streams application that a contestant made; its first failure ends it. */
final class StreamsRun implements AutoCloseable {
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);

  private final SchemaRegistryClient registry;
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final KafkaStreams streams;

  /** Starts it; the registry's client is closed with it. */
  StreamsRun(KafkaStreams streams, SchemaRegistryClient registry) {
    this.registry = registry;
    this.streams = streams;
    streams.setUncaughtExceptionHandler(
        cause -> {
          failure.compareAndSet(null, cause);
          return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
    streams.start();
  }

  String failure() {
    Throwable cause = failure.get();
    return cause == null ? null : cause.toString();
  }

  @Override
  public void close() {
    streams.close(CLOSE_TIMEOUT);
    try {
      registry.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
