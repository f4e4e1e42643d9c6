package io.peerwatch.streams.source;

import io.peerwatch.schemas.serde.RegistryUnavailableException;
import io.peerwatch.schemas.serde.UndecodableException;
import java.time.Duration;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes values. A registry that cannot be asked is not the record's fault: the record waits for
 * it, for a while here and then, by way of a new thread, from the last commit again.
 */
public final class PatientDecoding<V> {
  private static final Logger LOG = LoggerFactory.getLogger(PatientDecoding.class);

  /** Well under max.poll.interval.ms, so that waiting costs no rebalance. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Deserializer<V> deserializer;

  public PatientDecoding(Deserializer<V> deserializer) {
    this.deserializer = deserializer;
  }

  /**
   * The value of a record.
   *
   * @throws DisbelievedException when its bytes cannot be decoded
   */
  public V decode(SourceRecord source) throws DisbelievedException {
    for (long tries = PATIENCE.dividedBy(PAUSE); ; tries--) {
      try {
        return deserializer.deserialize(source.topic(), source.value());
      } catch (UndecodableException e) {
        throw new DisbelievedException(e.reason(), e.getMessage());
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
