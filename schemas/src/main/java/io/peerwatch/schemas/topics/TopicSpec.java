package io.peerwatch.schemas.topics;

import java.time.Duration;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * One topic of the catalogue, before an installation gives it a prefix.
 *
 * @param name without the prefix, such as {@code host-samples}
 * @param key what its keys are made of
 * @param valueType what its values are; which topics also take null is said at {@link Topics}
 * @param cleanup how it forgets
 * @param retention how long records are kept; empty: for ever, or until replaced where it compacts
 */
public record TopicSpec<V extends SpecificRecord>(
    String name, KeyShape key, Class<V> valueType, Cleanup cleanup, Optional<Duration> retention) {

  /** The topic's full name in an installation, such as {@code peerwatch.host-samples}. */
  public String in(String prefix) {
    return prefix + name;
  }

  /** The registry's subject for its values, by Confluent's TopicNameStrategy. */
  public String subject(String prefix) {
    return in(prefix) + "-value";
  }

  /** The schema of its values, as it is registered: without what only Java cares about. */
  public Schema schema() {
    return RegisteredForm.of(SpecificData.get().getSchema(valueType));
  }

  /** Whether a record lies on the partition of its group, see {@link GroupPartitions}. */
  public boolean partitionedByGroup() {
    return key.partitionedByGroup();
  }
}
