package io.peerwatch.streams.policy;

import io.peerwatch.detection.policy.PolicyBook;
import io.peerwatch.detection.policy.PolicyVersion;
import io.peerwatch.schemas.avro.RejectedRecord;
import java.util.List;
import java.util.stream.Stream;

/**
 * The policies that this instance knows: written by the thread that reads them, read by the threads
 * that make windows. Kafka Streams has read all that is there before any of those starts.
 */
public final class LivePolicies {

  /**
   * What is known at one moment.
   *
   * @param edition grows with each version, from 0
   * @param refused records that are no policy, in the order of the topic
   */
  public record Known(PolicyBook book, long edition, List<RejectedRecord> refused) {}

  private volatile Known known = new Known(PolicyBook.EMPTY, 0, List.of());

  public Known known() {
    return known;
  }

  void add(PolicyVersion version) {
    known = new Known(known.book.with(version), known.edition + 1, known.refused);
  }

  void refuse(RejectedRecord record) {
    List<RejectedRecord> more = Stream.concat(known.refused.stream(), Stream.of(record)).toList();
    known = new Known(known.book, known.edition, more);
  }
}
