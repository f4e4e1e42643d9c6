package io.peerwatch.streams.source;

import io.peerwatch.schemas.avro.RejectReason;
import io.peerwatch.schemas.avro.RejectedRecord;
import java.nio.ByteBuffer;
import java.time.Instant;

/** Bridge from a refused record to its place on rejected-records, its bytes bounded. */
public final class Rejects {
  static final int KEY_BYTES_MAX = 400;
  static final int VALUE_BYTES_MAX = 1_024;

  private Rejects() {}

  public static RejectedRecord of(SourceRecord source, DisbelievedException disbelieved) {
    return of(source, disbelieved.reason(), disbelieved.getMessage());
  }

  public static RejectedRecord of(SourceRecord source, RejectReason reason, String message) {
    return new RejectedRecord(
        source.topic(),
        source.partition(),
        source.offset(),
        reason,
        message,
        firstBytes(source.key(), KEY_BYTES_MAX),
        firstBytes(source.value(), VALUE_BYTES_MAX),
        source.value() == null ? 0 : source.value().length,
        Instant.ofEpochMilli(source.timestamp()),
        0L);
  }

  /** The same, which stands for so many before it that are not listed. */
  public static RejectedRecord withUnlisted(RejectedRecord record, long unlisted) {
    return new RejectedRecord(
        record.getTopic(),
        record.getPartition(),
        record.getOffset(),
        record.getReason(),
        record.getMessage(),
        record.getKey(),
        record.getBytes(),
        record.getSizeBytes(),
        record.getTimestamp(),
        unlisted);
  }

  /** As much of the source's key as was kept; null when it had none. */
  public static byte[] sourceKey(RejectedRecord rejected) {
    if (rejected.getKey() == null) {
      return null;
    }
    ByteBuffer key = rejected.getKey().duplicate();
    byte[] bytes = new byte[key.remaining()];
    key.get(bytes);
    return bytes;
  }

  private static ByteBuffer firstBytes(byte[] bytes, int max) {
    return bytes == null ? null : ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, max));
  }
}
