package io.peerwatch.streams.policy;

import io.peerwatch.schemas.avro.RejectedRecord;
import io.peerwatch.streams.state.StoredBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Which of the records that are no policy were told on rejected-records. Every instance reads all
 * policies, so only the task of the first partition tells, and remembers how far it is: each is
 * told once.
 */
public final class RefusedPolicies {
  private static final String TOLD_THROUGH = "|refused-policies";
  private static final int TELLING_PARTITION = 0;

  private final KeyValueStore<String, byte[]> store;
  private final LivePolicies policies;
  private final boolean tells;
  private long seen;

  RefusedPolicies(KeyValueStore<String, byte[]> store, LivePolicies policies, int partition) {
    this.store = store;
    this.policies = policies;
    this.tells = partition == TELLING_PARTITION;
  }

  /** Those that were not told yet; from now on they are. */
  public List<RejectedRecord> untold() {
    LivePolicies.Known known = policies.known();
    if (!tells || known.refusedEver() == seen) {
      return List.of();
    }
    seen = known.refusedEver();
    long toldThrough = toldThrough();
    List<RejectedRecord> untold =
        known.refused().stream().filter(refused -> refused.getOffset() > toldThrough).toList();
    if (!untold.isEmpty()) {
      long last = untold.get(untold.size() - 1).getOffset();
      store.put(TOLD_THROUGH, StoredBytes.of(out -> out.writeLong(last)));
    }
    return untold;
  }

  private long toldThrough() {
    byte[] stored = store.get(TOLD_THROUGH);
    try {
      return stored == null ? -1 : StoredBytes.in(stored).readLong();
    } catch (IOException e) {
      throw new UncheckedIOException("The stored offset of refused policies ends too early", e);
    }
  }
}
