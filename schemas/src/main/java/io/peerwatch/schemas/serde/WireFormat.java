package io.peerwatch.schemas.serde;

import io.peerwatch.schemas.avro.RejectReason;
import java.nio.ByteBuffer;

/** Confluent's wire format: a zero byte, the schema's id in four bytes (big endian), the value. */
final class WireFormat {
  static final int HEADER_BYTES = 5;
  private static final byte MAGIC = 0;

  private WireFormat() {}

  static byte[] header(int schemaId) {
    return ByteBuffer.allocate(HEADER_BYTES).put(MAGIC).putInt(schemaId).array();
  }

  /**
   * The id in the header.
   *
   * @throws UndecodableException NOT_WIRE_FORMAT if there is none
   */
  static int schemaId(byte[] bytes) {
    if (bytes.length < HEADER_BYTES) {
      throw new UndecodableException(
          RejectReason.NOT_WIRE_FORMAT,
          "%d bytes are too few for a zero byte and a schema id".formatted(bytes.length));
    }
    if (bytes[0] != MAGIC) {
      throw new UndecodableException(
          RejectReason.NOT_WIRE_FORMAT,
          "starts with byte %d, not with 0 and a schema id".formatted(bytes[0] & 0xff));
    }
    return ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
  }
}
