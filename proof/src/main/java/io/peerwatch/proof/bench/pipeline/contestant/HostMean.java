package io.peerwatch.proof.bench.pipeline.contestant;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** What one host has measured of one metric in a window: the sum and number of its values. */
record HostMean(String host, double sum, int count) {

  double mean() {
    return sum / count;
  }

  HostMean plus(HostMean other) {
    return new HostMean(host, sum + other.sum, count + other.count);
  }

  /** Compact: numbers, then the name. */
  static Serde<HostMean> serde() {
    return Serdes.serdeFrom(
        (topic, value) -> {
          byte[] name = value.host.getBytes(StandardCharsets.UTF_8);
          return ByteBuffer.allocate(Double.BYTES + Integer.BYTES + name.length)
              .putDouble(value.sum)
              .putInt(value.count)
              .put(name)
              .array();
        },
        (topic, bytes) -> {
          ByteBuffer in = ByteBuffer.wrap(bytes);
          double sum = in.getDouble();
          int count = in.getInt();
          String host = new String(bytes, in.position(), in.remaining(), StandardCharsets.UTF_8);
          return new HostMean(host, sum, count);
        });
  }
}
