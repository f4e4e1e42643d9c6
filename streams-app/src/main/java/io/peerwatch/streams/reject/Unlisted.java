package io.peerwatch.streams.reject;

import io.peerwatch.detection.state.StateVersionException;
import io.peerwatch.schemas.avro.RejectReason;
import io.peerwatch.schemas.avro.RejectedRecord;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;

/**
 * Refused records of a span that are not listed.
 *
 * @param count how many, at least 1
 * @param last the last one of them, which will stand for all
 */
record Unlisted(long count, RejectedRecord last) {
  private static final int VERSION = 1;

  /** One more. */
  static Unlisted withOneMore(Unlisted before, RejectedRecord record) {
    return new Unlisted(before == null ? 1 : before.count + 1, record);
  }

  void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    out.writeLong(count);
    out.writeUTF(last.getTopic());
    out.writeInt(last.getPartition());
    out.writeLong(last.getOffset());
    out.writeUTF(last.getReason().name());
    out.writeUTF(last.getMessage());
    write(last.getKey(), out);
    write(last.getBytes(), out);
    out.writeInt(last.getSizeBytes());
    out.writeLong(last.getTimestamp().toEpochMilli());
  }

  static Unlisted read(DataInput in) throws IOException {
    StateVersionException.requireKnown("a count of refused records", in.readByte(), VERSION);
    long count = in.readLong();
    var last =
        new RejectedRecord(
            in.readUTF(),
            in.readInt(),
            in.readLong(),
            reason(in.readUTF()),
            in.readUTF(),
            readBytes(in),
            readBytes(in),
            in.readInt(),
            Instant.ofEpochMilli(in.readLong()),
            0L);
    return new Unlisted(count, last);
  }

  /** A release that is older than the one that wrote it may not know the reason. */
  private static RejectReason reason(String name) {
    return Arrays.stream(RejectReason.values())
        .filter(reason -> reason.name().equals(name))
        .findFirst()
        .orElse(RejectReason.UNKNOWN);
  }

  private static void write(ByteBuffer bytes, DataOutput out) throws IOException {
    out.writeInt(bytes == null ? -1 : bytes.remaining());
    for (int i = 0; bytes != null && i < bytes.remaining(); i++) {
      out.writeByte(bytes.get(bytes.position() + i));
    }
  }

  /** Null where there were none. */
  private static ByteBuffer readBytes(DataInput in) throws IOException {
    int length = in.readInt();
    if (length < 0) {
      return null;
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return ByteBuffer.wrap(bytes);
  }
}
