package io.peerwatch.streams.intake;

import io.peerwatch.detection.window.Sample;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.serde.AvroDeserializer;
import io.peerwatch.schemas.topics.GroupPartitions;
import io.peerwatch.streams.source.GroupRules;
import io.peerwatch.streams.source.SourceRecord;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads samples straight from their bytes, where there is nothing unusual about them: written with
 * this build's own schema, right in every rule. Of any other it says nothing, and the long way, by
 * Avro's objects and rule after rule, finds what is wrong with it.
 */
final class WireSamples {
  /** Groups that are remembered; then all are forgotten, for most may be somebody's mistake. */
  private static final int GROUPS_MAX = 1 << 16;

  private static final long TIME_MIN = GroupRules.TIME_MIN.toEpochMilli();
  private static final long TIME_MAX = GroupRules.TIME_MAX.toEpochMilli();
  private static final int HEADER_BYTES = 5;

  private final AvroDeserializer<HostSample> deserializer;
  private final SampleRules rules;
  private final WireNames names;
  private final Map<String, Place> places = new HashMap<>();
  private final KnownNames known = new KnownNames();
  private final WireBytes in = new WireBytes();
  private int plainSchema = -1;

  WireSamples(AvroDeserializer<HostSample> deserializer, SampleRules rules) {
    this.deserializer = deserializer;
    this.rules = rules;
    this.names = new WireNames(rules.metricsMax());
  }

  /** What is remembered of a group: where it belongs, and what its last sample measured. */
  private static final class Place {
    final String group;
    final int partition;
    WireLayout layout;

    Place(String group, int partition) {
      this.group = group;
      this.partition = partition;
    }
  }

  /** The sample; null when somebody has to take a closer look. */
  Sample read(SourceRecord source) {
    byte[] bytes = source.value();
    if (bytes.length <= HEADER_BYTES || bytes[0] != 0 || !isPlain(bytes)) {
      return null;
    }
    in.open(bytes, HEADER_BYTES);
    String host = in.name(known);
    String group = in.name(known);
    if (host == null || group == null || !isKey(source.key(), bytes, group.length())) {
      return null;
    }
    Place place = places.get(group);
    if (place == null) {
      place = remember(group);
    }
    long time = in.varint();
    if (place.partition != source.partition() || time < TIME_MIN || time >= TIME_MAX) {
      return null;
    }
    return metrics(host, time, place);
  }

  private Sample metrics(String host, long time, Place place) {
    double[] values = place.layout == null ? null : place.layout.values(in);
    boolean asBefore = values != null;
    if (!asBefore && !names.read(in) || !in.skipTextsToEnd()) {
      return null;
    }
    if (!asBefore) {
      WireLayout layout = names.layout(in.bytes());
      if (layout == null) {
        return null;
      }
      place.layout = layout;
      values = names.values();
    }
    // The very same name again and again is found faster in maps than one that only equals it.
    return new Sample(place.group, host, time, place.layout.metrics(), values);
  }

  /** The group was read last, so that its bytes end here. */
  private boolean isKey(byte[] key, byte[] bytes, int length) {
    int to = in.position();
    return key != null && Arrays.equals(key, 0, key.length, bytes, to - length, to);
  }

  private boolean isPlain(byte[] bytes) {
    int schema =
        (bytes[1] & 0xff) << 24
            | (bytes[2] & 0xff) << 16
            | (bytes[3] & 0xff) << 8
            | bytes[4] & 0xff;
    if (schema != plainSchema && deserializer.isOwnLayout(schema)) {
      plainSchema = schema;
    }
    return schema == plainSchema;
  }

  private Place remember(String group) {
    if (places.size() >= GROUPS_MAX) {
      places.clear();
    }
    Place place = new Place(group, GroupPartitions.of(group, rules.partitions()));
    places.put(group, place);
    return place;
  }
}
