package io.peerwatch.proof.faults.poison;

import io.peerwatch.schemas.avro.RejectReason;
import java.util.Set;

/**
 * A record that nobody may believe.
 *
 * @param what it is
 * @param key null for none
 * @param value null for none
 * @param misplaced true: it goes to a partition where its group is not
 * @param reasons one of which it has to be refused for
 */
record PoisonedRecord(
    String what, byte[] key, byte[] value, boolean misplaced, Set<RejectReason> reasons) {}
