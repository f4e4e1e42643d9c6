package io.peerwatch.streams.policy;

import io.peerwatch.detection.policy.PolicyVersion;
import io.peerwatch.schemas.avro.GroupPolicy;
import io.peerwatch.schemas.avro.RejectReason;
import io.peerwatch.schemas.serde.RegistryUnavailableException;
import io.peerwatch.streams.source.DisbelievedException;
import io.peerwatch.streams.source.PatientDecoding;
import io.peerwatch.streams.source.Rejects;
import io.peerwatch.streams.source.SourceRecord;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Takes each version of a policy in, or refuses it with a reason, so that the last good one stays.
 */
final class PolicyProcessor implements Processor<byte[], byte[], Void, Void> {
  private final PatientDecoding<GroupPolicy> decoding;
  private final LivePolicies policies;
  private ProcessorContext<Void, Void> context;

  PolicyProcessor(PatientDecoding<GroupPolicy> decoding, LivePolicies policies) {
    this.decoding = decoding;
    this.policies = policies;
  }

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    this.context = context;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    SourceRecord source = SourceRecord.of(context, record);
    try {
      policies.add(version(source));
    } catch (DisbelievedException e) {
      policies.refuse(Rejects.of(source, e));
    }
  }

  private PolicyVersion version(SourceRecord source) throws DisbelievedException {
    if (source.value() == null) {
      throw new DisbelievedException(
          RejectReason.NO_VALUE, "a version of a policy has a value, also one that ends it");
    }
    GroupPolicy policy = decode(source);
    byte[] pattern = policy.getPattern().getBytes(StandardCharsets.UTF_8);
    if (!Arrays.equals(pattern, source.key())) {
      throw new DisbelievedException(
          RejectReason.INVALID_POLICY, "the record's key is not the policy's pattern");
    }
    try {
      return PolicyRecords.of(policy);
    } catch (IllegalArgumentException e) {
      throw new DisbelievedException(RejectReason.INVALID_POLICY, e.getMessage());
    }
  }

  /** Waits for the registry as long as it takes: this thread cannot be replaced. */
  private GroupPolicy decode(SourceRecord source) throws DisbelievedException {
    while (true) {
      try {
        return decoding.decode(source);
      } catch (RegistryUnavailableException e) {
        if (Thread.currentThread().isInterrupted()) {
          throw e;
        }
      }
    }
  }
}
