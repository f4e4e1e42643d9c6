package io.peerwatch.streams.intake;

import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.serde.RegistryUnavailableException;
import io.peerwatch.streams.source.SourceRecord;
import java.time.Duration;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes samples. A registry that cannot be asked is not the record's fault: the record waits for
 * it, for a while here and then, by way of a new thread, from the last commit again.
 */
final class SampleDecoding {
  private static final Logger LOG = LoggerFactory.getLogger(SampleDecoding.class);

  /** Well under max.poll.interval.ms, so that waiting costs no rebalance. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Deserializer<HostSample> deserializer;

  SampleDecoding(Deserializer<HostSample> deserializer) {
    this.deserializer = deserializer;
  }

  HostSample decode(SourceRecord source) {
    for (long tries = PATIENCE.dividedBy(PAUSE); ; tries--) {
      try {
        return deserializer.deserialize(source.topic(), source.value());
      } catch (RegistryUnavailableException e) {
        if (tries <= 0) {
          throw e;
        }
        LOG.warn("Waiting for the schema registry, nothing is lost: {}", e.getMessage());
        pause(e);
      }
    }
  }

  private static void pause(RegistryUnavailableException cause) {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      cause.addSuppressed(e);
      throw cause;
    }
  }
}
