package io.peerwatch.streams.restart;

import io.peerwatch.schemas.avro.HostInfo;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.avro.Tier;
import io.peerwatch.schemas.topics.Topics;
import io.peerwatch.streams.FleetScript;
import io.peerwatch.streams.source.SourceLog;
import io.peerwatch.streams.source.SourceRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A partition of the samples topic with everything on it that has to be right after a restart:
 * groups that send at their own pace, one that falls silent, one that is forgotten, one that comes
 * when others are there already, late and doubled samples, new metrics, ticks with an outage, hosts
 * over a bound, and records that are refused; beside it an inventory that changes.
 */
final class FleetLog implements SourceLog {
  private static final String TOPIC = "test.host-samples";
  private static final int MINUTES = 35;

  /** Groups in all. */
  static final int GROUPS = 5;

  private static final String INVENTORY = "test.host-inventory";

  /** The samples' log, and beside it everything in the order in which it comes. */
  private final List<SourceRecord> records = new ArrayList<>();

  private final List<SourceRecord> steps = new ArrayList<>();
  private final Function<HostSample, byte[]> bytes;
  private final Function<HostInfo, byte[]> listing;
  private final SplittableRandom random;
  private long tickClock = FleetScript.START.toEpochMilli();

  FleetLog(long seed, Function<HostSample, byte[]> bytes, Function<HostInfo, byte[]> listing) {
    this.random = new SplittableRandom(seed);
    this.bytes = bytes;
    this.listing = listing;
    for (int second = 0; second < MINUTES * 60; second += 5) {
      Instant at = FleetScript.START.plusSeconds(second);
      if (random.nextInt(12) == 0) {
        inventory();
      }
      groups(second, at);
      if (second < 800 && random.nextInt(40) == 0) { // an outage; silence waits anew after each
        tickClock += 60_000;
      }
      tick(5_000);
    }
    for (int i = 0; i < 60; i++) {
      tick(5_000);
    }
  }

  /** Samples, ticks and the inventory. */
  List<SourceRecord> steps() {
    return steps;
  }

  static boolean isListing(SourceRecord record) {
    return record.topic().equals(INVENTORY);
  }

  private void inventory() {
    String group = random.nextBoolean() ? "web" : "db";
    String host = group + "-" + random.nextInt(8);
    byte[] key = (group + "|" + host).getBytes(StandardCharsets.UTF_8);
    HostInfo info =
        HostInfo.newBuilder()
            .setGroup(group)
            .setHost(host)
            .setTier(random.nextBoolean() ? Tier.DATABASE : Tier.UNKNOWN)
            .setCores(1.0 + random.nextInt(8))
            .build();
    byte[] value = random.nextInt(3) == 0 ? null : listing.apply(info);
    steps.add(new SourceRecord(INVENTORY, 0, 0, key, value, 0));
  }

  private void add(SourceRecord record) {
    records.add(record);
    steps.add(record);
  }

  private void groups(int second, Instant at) {
    for (int h = 0; h < 5; h++) {
      boolean gone = h == 4 && second > 600 && second < 1_000;
      if (second % 20 == 5 * (h % 4) && !gone && random.nextInt(30) > 0) {
        send("web", "web-" + h, late(at));
      }
    }
    for (int h = 0; h < 3 && second < 700; h++) {
      send("db", "db-" + h, at);
    }
    // A group that sends once in a while: its windows close by ticks or long after.
    if (second % 170 == 0) {
      send("batch", "batch-" + second % 2, at);
    }
    // Falls silent for so long that it is forgotten, and is there again.
    for (int h = 0; h < 3 && (second < 200 || second > 1_900); h++) {
      send("night", "night-" + h, at);
    }
    for (int h = 0; h < 2 && second >= 250 && second % 30 == 10; h++) {
      send("late", "late-" + h, at);
    }
    // More hosts than the bound, and records that say nothing.
    if (random.nextInt(15) == 0) {
      send("db", "fake-" + random.nextInt(100), at);
      add(record("web", new byte[] {1, 2, 3}, 0));
      add(record(null, null, 0));
    }
  }

  private Instant late(Instant at) {
    return random.nextInt(12) == 0 ? at.minusSeconds(random.nextInt(400)) : at;
  }

  private void send(String group, String host, Instant at) {
    Map<String, Double> metrics = new HashMap<>();
    metrics.put("system.cpu.utilization", random.nextDouble());
    if (random.nextBoolean()) {
      metrics.put("system.memory.utilization", random.nextDouble() * 1e-3);
    }
    if (random.nextInt(50) == 0) {
      metrics.put("m" + random.nextInt(9), StrictMath.pow(10, random.nextInt(60) - 30));
    }
    SourceRecord record =
        record(group, bytes.apply(new HostSample(host, group, at, metrics, Map.of())), 0);
    add(record);
    if (random.nextInt(20) == 0) {
      add(record(group, record.value(), 0));
    }
  }

  private void tick(long millis) {
    tickClock += millis;
    add(record(Topics.TICK_KEY, null, tickClock));
  }

  private SourceRecord record(String key, byte[] value, long time) {
    byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    return new SourceRecord(TOPIC, 0, records.size(), keyBytes, value, time);
  }

  @Override
  public long read(String topic, int partition, long from, long to, Consumer<SourceRecord> each) {
    for (long offset = from; offset < to; offset++) {
      SourceRecord record = records.get((int) offset);
      each.accept(
          new SourceRecord(TOPIC, 0, offset, record.key(), record.value(), record.timestamp()));
    }
    return from;
  }
}
