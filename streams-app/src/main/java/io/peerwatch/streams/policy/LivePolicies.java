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

  /** Records that are no policy: so many of the latest are held until they are told. */
  private static final int REFUSED_MAX = 1_000;

  /**
   * What is known at one moment.
   *
   * @param edition grows with each version, from 0
   * @param refused records that are no policy, in the order of the topic, the latest of them
   * @param refusedEver how many there were
   */
  public record Known(
      PolicyBook book, long edition, List<RejectedRecord> refused, long refusedEver) {}

  private volatile Known known = new Known(PolicyBook.EMPTY, 0, List.of(), 0);

  public Known known() {
    return known;
  }

  void add(PolicyVersion version) {
    Known now = known;
    known = new Known(now.book.with(version), now.edition + 1, now.refused, now.refusedEver);
  }

  void refuse(RejectedRecord record) {
    Known now = known;
    long over = Math.max(0, now.refused.size() + 1 - REFUSED_MAX);
    List<RejectedRecord> more =
        Stream.concat(now.refused.stream().skip(over), Stream.of(record)).toList();
    known = new Known(now.book, now.edition, more, now.refusedEver + 1);
  }
}
