package io.peerwatch.detection.window;

import io.peerwatch.detection.inventory.GroupInventory;
import io.peerwatch.detection.inventory.ListedHost;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** A group and its log, told as a script; windows of a minute, a grace of half a minute. */
final class GatheringScript {
  static final long START = 1_800_000_000_000L;
  static final long WINDOW = 60_000;
  static final long GRACE = 30_000;
  private static final long TICK = 5_000;

  final WindowSettings settings =
      WindowSettings.of(Duration.ofMillis(WINDOW), Duration.ofMillis(GRACE));
  final List<GroupWindow> closed = new ArrayList<>();
  final Map<String, Integer> answers = new HashMap<>();
  final GroupInventory inventory = new GroupInventory();
  private GroupGathering group = new GroupGathering("web", settings, inventory);
  private TickCount ticks = new TickCount(3 * TICK);
  private long tickClock = START;
  private boolean storing;

  /** How often the group started anew from an earlier time. */
  int wentBack;

  /** From now on writes and reads back all state after every record. */
  GatheringScript restartingAlways() {
    storing = true;
    return this;
  }

  GatheringScript sample(String host, long at, double cpu) {
    return offer(new Sample("web", host, START + at, Map.of("system.cpu.utilization", cpu)));
  }

  GatheringScript offer(Sample sample) {
    Acceptance answer = group.offer(sample, ticks.elapsedMillis());
    answers.merge(answer.name(), 1, Integer::sum);
    for (GroupWindow w = group.closeDue(); w != null; w = group.closeDue()) {
      closed.add(w);
    }
    if (storing) {
      restart();
    }
    return this;
  }

  GatheringScript list(String... hosts) {
    for (String host : hosts) {
      inventory.list(host, ListedHost.UNDESCRIBED);
    }
    return this;
  }

  GatheringScript end(String... hosts) {
    List.of(hosts).forEach(inventory::end);
    return this;
  }

  /** Each of the hosts sends every ten seconds in {@code [from, to)}, host after host. */
  GatheringScript hostsSend(List<String> hosts, long from, long to) {
    for (long at = from; at < to; at += 10_000) {
      for (String host : hosts) {
        sample(host, at, 0.4);
      }
    }
    return this;
  }

  /**
   * The same while ticks go on beside it, as they do where samples come as they are measured. Each
   * host's clock is off by so much.
   */
  GatheringScript hostsLive(List<String> hosts, long from, long to, ToLongFunction<String> off) {
    for (long at = from; at < to; at += 10_000) {
      for (String host : hosts) {
        sample(host, at + off.applyAsLong(host), 0.4);
      }
      ticksFor(10_000);
    }
    return this;
  }

  GatheringScript ticksFor(long millis) {
    for (long passed = 0; passed < millis; passed += TICK) {
      tickClock += TICK;
      tick();
    }
    return this;
  }

  GatheringScript outage(long millis) {
    tickClock += millis;
    return this;
  }

  private void tick() {
    ticks.count(new Tick(tickClock));
    wentBack += group.goBack(ticks) ? 1 : 0;
    for (GroupWindow w = group.closeSilent(ticks); w != null; w = group.closeSilent(ticks)) {
      closed.add(w);
    }
    if (storing) {
      restart();
    }
  }

  GroupGathering group() {
    return group;
  }

  GroupWindow last() {
    return closed.get(closed.size() - 1);
  }

  static HostWindow host(GroupWindow window, String host) {
    return window.hosts().stream().filter(h -> h.host().equals(host)).findFirst().orElseThrow();
  }

  /** What every window said, to the bit, one line each. */
  List<String> transcript() {
    List<String> lines = new ArrayList<>();
    for (GroupWindow window : closed) {
      StringBuilder line = new StringBuilder().append(window.start() - START).append(' ');
      for (HostWindow host : window.hosts()) {
        line.append(host.host()).append('=');
        for (double value : host.values()) {
          line.append(Double.toHexString(value)).append(',');
        }
        line.append(host.samples()).append('/').append(host.missedWindows());
        line.append('/').append(host.skewMillis()).append('/').append(host.lateSamples());
        line.append(' ');
      }
      lines.add(line.append(window.silence()).toString());
    }
    return lines;
  }

  private void restart() {
    try {
      group = GroupGathering.read("web", in(bytes(group::write)), settings, inventory);
      ticks = TickCount.read(in(bytes(ticks::write)), 3 * TICK);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Writing {
    void write(DataOutputStream out) throws IOException;
  }

  private static byte[] bytes(Writing writing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    writing.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static DataInputStream in(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }
}
