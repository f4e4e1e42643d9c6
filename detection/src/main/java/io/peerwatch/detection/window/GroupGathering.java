package io.peerwatch.detection.window;

import io.peerwatch.detection.state.KeptByHost;
import io.peerwatch.detection.state.StateVersionException;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Gathers a group's samples into windows and says when a window is closed, by the group's own
 * clock.
 *
 * <p>Words: an <em>epoch</em> is the time between two closes. The <em>clock</em> is the median of
 * the latest timestamps of the hosts heard in this epoch, the lower of two, so more than half of
 * them are past it and no single host moves it. A host is <em>awake</em> unless it missed two
 * windows. The clock is known once min(3, awake) hosts were heard.
 *
 * <p>A window closes when every known host has reported it, or when the clock has passed its end by
 * the grace. Where too few hosts are heard to know the clock, it closes once those few have each
 * gone on for two windows and the grace on their own clocks. Where nobody is heard, ticks close it
 * ({@link #closeSilent}).
 */
public final class GroupGathering implements KeptByHost {
  private static final int VERSION = 1;

  private final String group;

  /** Of the window that closes next, as the plan says. */
  private WindowSettings settings;

  private WindowPlan plan;
  private final TreeMap<String, HostGathering> hosts = new TreeMap<>();
  private final Map<String, Integer> metricNumbers = new LinkedHashMap<>();
  private long closedThrough = HostGathering.NEVER;
  private long epoch;
  private int emptyWindows;

  private final CloseConditions conditions;
  private final Set<String> changed = new TreeSet<>();
  private final Set<String> removed = new TreeSet<>();
  private boolean groupChanged;
  private Displaced displaced = Displaced.NONE;

  public GroupGathering(String group, WindowSettings settings) {
    this.group = group;
    this.settings = settings;
    this.plan = WindowPlan.always(settings);
    this.conditions = new CloseConditions(plan);
  }

  /**
   * Makes windows as this plan says from now on. What a host sent ahead for a window that the plan
   * does not have counts as late.
   *
   * @param next says of what ended before {@link #begunThrough} what the plan before said
   */
  public void follow(WindowPlan next) {
    if (next == plan || next.equals(plan)) {
      return;
    }
    plan = next;
    for (HostGathering host : hosts.values()) {
      long dropped = host.dropUnplanned(plan);
      if (dropped > 0) {
        displaced = displaced.withPushedOut(dropped);
        changed.add(host.host);
      }
    }
    conditions.follow(plan);
    conditions.restart(hosts, epoch);
    settle();
  }

  /**
   * End of the window that the middle of the group's hosts has reached: windows up to there have
   * begun, and a host far ahead begins none for others.
   *
   * @param otherwise when nobody was ever heard
   */
  public long begunThrough(long otherwise) {
    if (hosts.isEmpty()) {
      return closedThrough == HostGathering.NEVER ? otherwise : closedThrough;
    }
    long middle = LowerMedian.of(hosts.values().stream().mapToLong(host -> host.latest).toArray());
    return Math.max(closedThrough, plan.windowEnd(plan.windowStart(middle)));
  }

  private void settle() {
    long next = conditions.candidateStart();
    settings = plan.at(next != CloseConditions.NONE ? next : closedThrough);
  }

  public String group() {
    return group;
  }

  /** Whether no host is known any more, so that nothing remains to be told. */
  public boolean isEmpty() {
    return hosts.isEmpty();
  }

  /**
   * Takes a sample in.
   *
   * @param tickMillis {@link TickCount#elapsedMillis()} at this point of the log
   */
  public Acceptance offer(Sample sample, long tickMillis) {
    HostGathering host = hosts.get(sample.host());
    long start = plan.windowStart(sample.timestamp());
    if (host == null && hosts.size() >= settings.hostsMax()) {
      return Acceptance.TOO_MANY_HOSTS;
    }
    if (host != null && host.isDuplicate(sample.timestamp(), start)) {
      return Acceptance.DUPLICATE;
    }
    int[] numbers = numbersOf(sample.metrics());
    if (numbers == null) {
      return Acceptance.TOO_MANY_METRICS;
    }
    if (host == null) {
      host = new HostGathering(sample.host());
      hosts.put(host.host, host);
      removed.remove(host.host);
    }
    changed.add(host.host);
    if (emptyWindows != 0) {
      emptyWindows = 0;
      groupChanged = true;
    }
    long firstBefore = host.firstOpen();
    host.hear(sample.timestamp(), epoch, closedThrough, tickMillis, settings.windowMillis());
    Acceptance acceptance = take(host, start, sample, numbers);
    conditions.heard(host, firstBefore, hosts, epoch);
    settle();
    return acceptance;
  }

  private Acceptance take(HostGathering host, long start, Sample sample, int[] numbers) {
    long lateBefore = host.lateSamples;
    OpenWindow window = start < closedThrough ? null : host.window(start);
    if (window == null) {
      host.lateSamples++;
      return Acceptance.LATE;
    }
    displaced = displaced.withPushedOut(host.lateSamples - lateBefore);
    window.add(sample.timestamp(), numbers, sample.metrics());
    return Acceptance.ACCEPTED;
  }

  /** Samples that were accepted and whose window is not closed yet. */
  public long openSamples() {
    long samples = 0;
    for (HostGathering host : hosts.values()) {
      samples += host.openSamples();
    }
    return samples;
  }

  /** Accepted samples that no window will have, since this was last asked. */
  public Displaced takeDisplaced() {
    Displaced taken = displaced;
    displaced = Displaced.NONE;
    return taken;
  }

  /** The next window that is due, or null; to be called until it is null. */
  public GroupWindow closeDue() {
    return conditions.due(hosts.size()) ? close(conditions.candidateStart(), false) : null;
  }

  /**
   * The next window that silence closes, or null; to be called until it is null. First what is
   * open, when ticks spanning window and grace have elapsed since the group's last record; then an
   * empty window for each further window's length of ticks.
   */
  public GroupWindow closeSilent(TickCount ticks) {
    if (hosts.isEmpty()) {
      return null;
    }
    long heardAt = 0;
    for (HostGathering host : hosts.values()) {
      heardAt = Math.max(heardAt, host.heardTickMillis);
    }
    long waited = ticks.elapsedMillis() - Math.max(heardAt, ticks.gapEndMillis());
    long patience = settings.windowMillis() + settings.graceMillis();
    if (conditions.candidateStart() != CloseConditions.NONE) {
      return waited >= patience ? close(conditions.candidateStart(), false) : null;
    }
    if (closedThrough == HostGathering.NEVER) {
      return null;
    }
    long habit = Math.max(0, typicalIntervalMillis() - settings.windowMillis());
    long emptyPatience = patience + habit + (emptyWindows + 1) * settings.windowMillis();
    if (waited < emptyPatience) {
      return null;
    }
    emptyWindows++;
    return close(closedThrough, true);
  }

  private long typicalIntervalMillis() {
    long[] intervals = hosts.values().stream().mapToLong(HostGathering::intervalMillis).toArray();
    return LowerMedian.of(intervals);
  }

  private GroupWindow close(long start, boolean silence) {
    long end = plan.windowEnd(start);
    long clock = conditions.clock(hosts, epoch);
    var closing =
        new WindowClosing(plan, hostsSince(end), metricNumbers.keySet(), start, clock, epoch);
    GroupWindow window = closing.close(group, silence);
    changed.addAll(closing.touched());
    closedThrough = end;
    epoch++;
    groupChanged = true;
    forget();
    conditions.restart(hosts, epoch);
    settle();
    return window;
  }

  /** Hosts known in a window that ends there; one that was first heard of later is not yet. */
  private List<HostGathering> hostsSince(long end) {
    return hosts.values().stream().filter(host -> host.firstAt < end).toList();
  }

  private void forget() {
    hosts
        .values()
        .removeIf(
            host -> {
              boolean gone = host.seenAt < closedThrough - settings.forgetAfterMillis();
              if (gone) {
                displaced = displaced.withForgotten(host.openSamples());
                removed.add(host.host);
                changed.remove(host.host);
              }
              return gone;
            });
  }

  /** The group's number of each metric, in the map's own order; null when there are too many. */
  private int[] numbersOf(Map<String, Double> metrics) {
    int[] numbers = new int[metrics.size()];
    int unknown = 0;
    for (String metric : metrics.keySet()) {
      unknown += metricNumbers.containsKey(metric) ? 0 : 1;
    }
    if (unknown > 0 && metricNumbers.size() + unknown > settings.metricsMax()) {
      return null;
    }
    int i = 0;
    for (String metric : metrics.keySet()) {
      Integer number = metricNumbers.get(metric);
      if (number == null) {
        number = metricNumbers.size();
        metricNumbers.put(metric, number);
        groupChanged = true;
      }
      numbers[i++] = number;
    }
    return numbers;
  }

  @Override
  public void writeGroup(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    out.writeLong(closedThrough);
    out.writeLong(epoch);
    out.writeInt(emptyWindows);
    out.writeShort(metricNumbers.size());
    for (String metric : metricNumbers.keySet()) {
      out.writeUTF(metric);
    }
  }

  @Override
  public void writeHost(String host, DataOutput out) throws IOException {
    hosts.get(host).write(out);
  }

  @Override
  public Set<String> changedHosts() {
    return changed;
  }

  @Override
  public Set<String> removedHosts() {
    return removed;
  }

  @Override
  public boolean groupChanged() {
    return groupChanged;
  }

  @Override
  public void markWritten() {
    changed.clear();
    removed.clear();
    groupChanged = false;
  }

  /** Reads back what was written; {@code hosts} are the parts by host name. */
  public static GroupGathering read(
      String group,
      DataInput groupPart,
      Map<String, ? extends DataInput> hosts,
      WindowSettings settings)
      throws IOException {
    StateVersionException.requireKnown("a group's windows", groupPart.readByte(), VERSION);
    GroupGathering gathering = new GroupGathering(group, settings);
    gathering.closedThrough = groupPart.readLong();
    gathering.epoch = groupPart.readLong();
    gathering.emptyWindows = groupPart.readInt();
    int metrics = groupPart.readUnsignedShort();
    for (int number = 0; number < metrics; number++) {
      gathering.metricNumbers.put(groupPart.readUTF(), number);
    }
    for (Map.Entry<String, ? extends DataInput> host : hosts.entrySet()) {
      gathering.hosts.put(host.getKey(), HostGathering.read(host.getKey(), host.getValue()));
    }
    gathering.conditions.restart(gathering.hosts, gathering.epoch);
    gathering.settle();
    return gathering;
  }
}
