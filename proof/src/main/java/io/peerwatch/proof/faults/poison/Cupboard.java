package io.peerwatch.proof.faults.poison;

import static io.peerwatch.schemas.avro.RejectReason.INVALID_NAME;
import static io.peerwatch.schemas.avro.RejectReason.KEY_NOT_GROUP;
import static io.peerwatch.schemas.avro.RejectReason.MALFORMED;
import static io.peerwatch.schemas.avro.RejectReason.NOT_FINITE;
import static io.peerwatch.schemas.avro.RejectReason.NOT_WIRE_FORMAT;
import static io.peerwatch.schemas.avro.RejectReason.NO_GROUP;
import static io.peerwatch.schemas.avro.RejectReason.NO_HOST;
import static io.peerwatch.schemas.avro.RejectReason.NO_METRICS;
import static io.peerwatch.schemas.avro.RejectReason.NO_VALUE;
import static io.peerwatch.schemas.avro.RejectReason.TIMESTAMP_OUT_OF_RANGE;
import static io.peerwatch.schemas.avro.RejectReason.TOO_MANY_METRICS;
import static io.peerwatch.schemas.avro.RejectReason.UNKNOWN_SCHEMA;
import static io.peerwatch.schemas.avro.RejectReason.WRONG_PARTITION;
import static io.peerwatch.schemas.avro.RejectReason.WRONG_TYPE;

import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.avro.RejectReason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Poison of every kind for the topic of samples, around a group that is well. */
final class Cupboard {
  private static final int LARGE_BYTES = 1_000_000;
  private static final int MANY_METRICS = 10_000;
  private static final Map<String, Double> CPU = Map.of("system.cpu.utilization", 0.5);
  private static final Instant AT = Instant.parse("2026-01-05T01:00:00Z");
  private static final Set<RejectReason> UNREADABLE =
      EnumSet.of(MALFORMED, NO_HOST, NO_GROUP, INVALID_NAME, NO_METRICS, KEY_NOT_GROUP);

  private final String group;
  private final Function<HostSample, byte[]> bytes;
  private final byte[] ofAnotherType;
  private final SplittableRandom random;
  private final List<PoisonedRecord> records = new ArrayList<>();

  /**
   * @param bytes a sample as it goes to the topic
   * @param ofAnotherType a record of a topic that holds something else
   */
  Cupboard(
      String group,
      Function<HostSample, byte[]> bytes,
      byte[] ofAnotherType,
      SplittableRandom random) {
    this.group = group;
    this.bytes = bytes;
    this.ofAnotherType = ofAnotherType;
    this.random = random;
  }

  /** One of each kind. */
  List<PoisonedRecord> all() {
    records.clear();
    addBytes();
    addSamples();
    byte[] good = bytes.apply(sample("h", group, AT, CPU));
    add("another group's key", "elsewhere", good, KEY_NOT_GROUP);
    records.add(new PoisonedRecord("no key", null, good, false, Set.of(KEY_NOT_GROUP)));
    records.add(
        new PoisonedRecord("another partition", key(group), good, true, Set.of(WRONG_PARTITION)));
    return List.copyOf(records);
  }

  private void addBytes() {
    byte[] good = bytes.apply(sample("h", group, AT, CPU));
    byte[] noise = noise(64);
    noise[0] = 42;
    add("random bytes", group, noise, NOT_WIRE_FORMAT);
    byte[] large = noise(LARGE_BYTES);
    large[0] = 42;
    add("1 MB of random bytes", group, large, NOT_WIRE_FORMAT);
    add("an empty value", group, new byte[0], NOT_WIRE_FORMAT);
    add("no value", group, null, NO_VALUE);
    byte[] magic = good.clone();
    magic[0] = 1;
    add("a wrong magic byte", group, magic, NOT_WIRE_FORMAT);
    byte[] unknown = good.clone();
    unknown[1] = 0x7f;
    add("an unknown schema id", group, unknown, UNKNOWN_SCHEMA);
    add("half a record", group, Arrays.copyOf(good, good.length / 2), MALFORMED);
    byte[] behindHeader = Arrays.copyOf(good, 400);
    System.arraycopy(noise(395), 0, behindHeader, 5, 395);
    records.add(
        new PoisonedRecord(
            "random bytes behind a right header", key(group), behindHeader, false, UNREADABLE));
    add("a record of another topic", group, ofAnotherType, WRONG_TYPE);
  }

  private void addSamples() {
    addSample("NaN", "h", group, AT, Map.of("a", Double.NaN), NOT_FINITE);
    addSample("infinity", "h", group, AT, Map.of("a", Double.POSITIVE_INFINITY), NOT_FINITE);
    addSample("-infinity", "h", group, AT, Map.of("a", Double.NEGATIVE_INFINITY), NOT_FINITE);
    addSample("no host", "", group, AT, CPU, NO_HOST);
    addSample("no group", "h", "", AT, CPU, NO_GROUP);
    addSample("a bar in the host", "a|b", group, AT, CPU, INVALID_NAME);
    addSample("a very long host", "h".repeat(500_000), group, AT, CPU, INVALID_NAME);
    addSample("an empty metric", "h", group, AT, Map.of("", 1.0), INVALID_NAME);
    addSample("no metrics", "h", group, AT, Map.of(), NO_METRICS);
    addSample("10,000 metrics", "h", group, AT, manyMetrics(), TOO_MANY_METRICS);
    addSample("1970", "h", group, Instant.EPOCH, CPU, TIMESTAMP_OUT_OF_RANGE);
    Instant far = Instant.parse("2100-01-01T00:00:00Z");
    addSample("2100", "h", group, far, CPU, TIMESTAMP_OUT_OF_RANGE);
  }

  private void addSample(
      String what,
      String host,
      String itsGroup,
      Instant at,
      Map<String, Double> metrics,
      RejectReason reason) {
    add(what, itsGroup, bytes.apply(sample(host, itsGroup, at, metrics)), reason);
  }

  private void add(String what, String key, byte[] value, RejectReason reason) {
    records.add(new PoisonedRecord(what, key(key), value, false, Set.of(reason)));
  }

  private byte[] noise(int length) {
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    return noise;
  }

  private static Map<String, Double> manyMetrics() {
    Map<String, Double> metrics = new HashMap<>();
    for (int m = 0; m < MANY_METRICS; m++) {
      metrics.put("metric." + m, 1.0);
    }
    return metrics;
  }

  private static HostSample sample(
      String host, String itsGroup, Instant at, Map<String, Double> metrics) {
    return new HostSample(host, itsGroup, at, metrics, Map.of());
  }

  private static byte[] key(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
