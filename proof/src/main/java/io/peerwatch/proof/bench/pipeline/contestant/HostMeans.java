package io.peerwatch.proof.bench.pipeline.contestant;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** The hosts of a group in one window, by name. */
final class HostMeans {
  private HostMeans() {}

  static Map<String, HostMean> empty() {
    return new HashMap<>();
  }

  static Map<String, HostMean> add(Map<String, HostMean> hosts, HostMean value) {
    hosts.merge(value.host(), value, HostMean::plus);
    return hosts;
  }

  static Serde<Map<String, HostMean>> serde() {
    return Serdes.serdeFrom(
        (topic, hosts) -> hosts == null ? null : write(hosts),
        (topic, bytes) -> bytes == null ? null : read(bytes));
  }

  private static byte[] write(Map<String, HostMean> hosts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(32 * hosts.size() + 4);
    DataOutputStream out = new DataOutputStream(bytes);
    try {
      out.writeInt(hosts.size());
      for (HostMean host : hosts.values()) {
        out.writeUTF(host.host());
        out.writeDouble(host.sum());
        out.writeInt(host.count());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a window could not be written to memory", e);
    }
    return bytes.toByteArray();
  }

  private static Map<String, HostMean> read(byte[] bytes) {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    try {
      int size = in.readInt();
      Map<String, HostMean> hosts = new HashMap<>(2 * size);
      for (int i = 0; i < size; i++) {
        String host = in.readUTF();
        hosts.put(host, new HostMean(host, in.readDouble(), in.readInt()));
      }
      return hosts;
    } catch (IOException e) {
      throw new UncheckedIOException("a stored window ends too early", e);
    }
  }
}
