package io.peerwatch.detection.window;

import io.peerwatch.detection.state.StateVersionException;
import io.peerwatch.detection.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;

/**
 * Gathers a group's samples into windows and says when a window is closed, by the group's own
 * clock.
 *
 * <p>Words: an <em>epoch</em> is the time between two closes. The <em>clock</em> is the median of
 * the latest timestamps of the hosts heard in this epoch, the lower of two, so more than half of
 * them are past it and no single host moves it. A host is <em>awake</em> unless it missed two
 * windows. The clock is known once min(3, awake) hosts were heard; hosts that are further past the
 * window than a clock may be off do not count unless they are most of those awake, so that a few
 * fast clocks which happen to be heard first close nothing. Before its first close nobody knows who
 * is fast: a host counts once a grace has gone by on its own clock, when the others are heard, too.
 *
 * <p>A window closes when every known host has reported it, or when the clock has passed its end by
 * the grace. Where too few hosts are heard to know the clock, or most of those heard have died
 * since, it closes once it is passed by most of those that have each gone on for two windows and
 * the grace on their own clocks. Where nobody is heard, ticks close it ({@link #closeSilent}).
 *
 * <p>The clock goes back only with at least half of the hosts, when their own clocks were set back
 * and stay so ({@link #goBack}).
 *
 * <p>The law: written, read back and carried on, it gives the same windows to the last bit as if it
 * had never stopped.
 */
public final class GroupGathering {
  private static final int VERSION = 4;
  private static final int VERSION_BEFORE_ABSENT = 3;
  private static final int VERSION_BEFORE_SET_BACK = 2;

  private final String group;

  /** Of the window that closes next, as the plan says. */
  private WindowSettings settings;

  private WindowPlan plan;
  private final Map<String, HostGathering> hosts = new HashMap<>();
  private final AbsentHosts absent = new AbsentHosts();
  private final MetricNumbers metricNumbers = new MetricNumbers();
  private final Members members;
  private final CloseConditions conditions;
  private long closedThrough = HostGathering.NEVER;
  private long epoch;
  private int emptyWindows;
  private long heardTickMillis;

  private Displaced displaced = Displaced.NONE;

  /** By name; null when hosts have come or gone since. */
  private HostGathering[] byName;

  public GroupGathering(String group, WindowSettings settings) {
    this(group, settings, Members.NONE);
  }

  /**
   * @param members asked whenever a window closes
   */
  public GroupGathering(String group, WindowSettings settings, Members members) {
    this.group = group;
    this.members = members;
    this.settings = settings;
    this.plan = WindowPlan.always(settings);
    this.conditions = new CloseConditions(plan);
  }

  /**
   * Makes windows as this plan says from now on. What a host sent ahead for a window that the plan
   * does not have counts as late.
   *
   * @param next says of what ended before {@link #begunThrough} what the plan before said
   * @return whether that is another plan than before
   */
  public boolean follow(WindowPlan next) {
    if (next == plan || next.equals(plan)) {
      return false;
    }
    plan = next;
    for (HostGathering host : hosts.values()) {
      displaced = displaced.withPushedOut(host.dropUnplanned(plan));
    }
    conditions.follow(plan);
    conditions.restart(hosts, epoch, closedThrough);
    settle();
    return true;
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

  /** Whether no host was known at the last close, so that nothing remains to be told. */
  public boolean isEmpty() {
    return hosts.isEmpty() && absent.isEmpty();
  }

  /** Whether samples make the host known. */
  public boolean knows(String host) {
    return hosts.containsKey(host);
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
    MetricNumbers.Columns columns = metricNumbers.of(sample.metrics(), settings.metricsMax());
    if (columns == null) {
      return Acceptance.TOO_MANY_METRICS;
    }
    if (host == null) {
      host = new HostGathering(sample.host());
      hosts.put(host.host, host);
      byName = null;
    }
    emptyWindows = 0;
    heardTickMillis = tickMillis;
    long firstBefore = host.firstOpen();
    long lateBefore = host.lateSamples;
    host.hear(sample.timestamp(), epoch, closedThrough, tickMillis, settings);
    Acceptance acceptance = take(host, start, sample, columns, lateBefore);
    conditions.heard(host, firstBefore, hosts, epoch);
    settle();
    return acceptance;
  }

  private Acceptance take(
      HostGathering host,
      long start,
      Sample sample,
      MetricNumbers.Columns columns,
      long lateBefore) {
    OpenWindow window = start < closedThrough ? null : host.window(start);
    displaced = displaced.withPushedOut(host.lateSamples - lateBefore);
    if (window == null) {
      host.lateSamples++;
      return Acceptance.LATE;
    }
    window.add(sample.timestamp(), columns, sample.values());
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
   * Starts anew from the next window of an earlier time when the hosts' clocks were set back
   * ({@link SetBack}); whether it did. To be called at each tick, before {@link #closeSilent}.
   */
  public boolean goBack(TickCount ticks) {
    if (!SetBack.holdsClock(hosts.values(), epoch, ticks.elapsedMillis(), settings)) {
      return false;
    }
    long from = plan.windowEnd(plan.windowStart(SetBack.clock(hosts.values(), epoch)));
    for (HostGathering host : hosts.values()) {
      boolean heard = host.heardInEpoch == epoch;
      long dropped = host.startAnew(from, closedThrough - from, heard);
      displaced = displaced.withPushedOut(dropped);
    }
    closedThrough = from;
    epoch++;
    emptyWindows = 0;
    conditions.restart(hosts, epoch, closedThrough);
    settle();
    return true;
  }

  /**
   * The next window that silence closes, or null; to be called until it is null. First what is
   * open, when ticks spanning window and grace have elapsed since the group's last record, from the
   * first tick after it on; then an empty window for each further window's length of ticks.
   */
  public GroupWindow closeSilent(TickCount ticks) {
    if (isEmpty()) {
      return null;
    }
    long waited = ticks.elapsedMillis() - Math.max(heardTickMillis, ticks.gapEndMillis());
    long patience = settings.windowMillis() + settings.graceMillis() + ticks.stepMillis();
    if (waited < patience) {
      return null;
    }
    if (conditions.candidateStart() != CloseConditions.NONE) {
      return close(conditions.candidateStart(), false);
    }
    if (closedThrough == HostGathering.NEVER) {
      return null;
    }
    long emptyPatience = patience + (emptyWindows + 1) * settings.windowMillis();
    if (waited < emptyPatience) {
      return null;
    }
    long habit = Math.max(0, typicalIntervalMillis() - settings.windowMillis());
    if (waited < emptyPatience + habit) {
      return null;
    }
    emptyWindows++;
    return close(closedThrough, true);
  }

  private long typicalIntervalMillis() {
    if (hosts.isEmpty()) {
      return 0;
    }
    long[] intervals = hosts.values().stream().mapToLong(HostGathering::intervalMillis).toArray();
    return LowerMedian.of(intervals);
  }

  private GroupWindow close(long start, boolean silence) {
    long end = plan.windowEnd(start);
    long clock = conditions.clock(hosts, epoch);
    var closing = new WindowClosing(plan, knownAt(end, clock), metricNumbers, start, clock, epoch);
    GroupWindow heard = closing.close(group, silence);
    NavigableSet<String> listed = members.listed();
    long interval = listed.isEmpty() ? 0 : typicalIntervalMillis();
    GroupWindow window = absent.joined(heard, listed, interval);
    closedThrough = end;
    hosts.values().forEach(host -> host.seen(epoch, end));
    epoch++;
    forget();
    conditions.restart(hosts, epoch, closedThrough);
    settle();
    return window;
  }

  /**
   * Hosts known in a window that ends there. One that was first heard of later is not yet, unless
   * its clock is ahead of the group's by more than it may be: then it was there all the time.
   */
  private List<HostGathering> knownAt(long end, long clock) {
    long ahead =
        clock == HostGathering.NEVER ? Long.MAX_VALUE : clock + settings.skewBudgetMillis();
    List<HostGathering> all = Arrays.asList(byName());
    for (HostGathering host : all) {
      if (host.firstAt >= end) {
        return all.stream().filter(h -> h.firstAt < end || h.firstAt > ahead).toList();
      }
    }
    return all;
  }

  private HostGathering[] byName() {
    if (byName == null) {
      byName = hosts.values().toArray(HostGathering[]::new);
      Arrays.sort(byName, Comparator.comparing(host -> host.host));
    }
    return byName;
  }

  private void forget() {
    long since = closedThrough - settings.forgetAfterMillis();
    boolean any =
        hosts.values().removeIf(host -> (host.seenAt < since || hasLeft(host)) && displace(host));
    byName = any ? null : byName;
  }

  /** Whether it stopped sending after it was taken from the list of those that belong here. */
  private boolean hasLeft(HostGathering host) {
    return members.hasEnded(host.host) && host.openSamples() == 0 && host.missed(closedThrough);
  }

  private boolean displace(HostGathering forgotten) {
    displaced = displaced.withForgotten(forgotten.openSamples());
    if (members.listed().contains(forgotten.host)) {
      absent.take(forgotten);
    }
    return true;
  }

  /** Writes everything, a version byte first. */
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    out.writeLong(closedThrough);
    Varints.write(epoch, out);
    Varints.write(emptyWindows, out);
    Varints.write(heardTickMillis, out);
    metricNumbers.write(out);
    Varints.write(hosts.size(), out);
    for (HostGathering host : byName()) {
      out.writeUTF(host.host);
      host.write(out, base(), epoch);
    }
    absent.write(out, base());
  }

  /**
   * Reads back what was written.
   *
   * @param settings hold until there is a plan to follow
   */
  public static GroupGathering read(
      String group, DataInput in, WindowSettings settings, Members members) throws IOException {
    int version =
        StateVersionException.requireKnown(
            "a group's open windows", in.readByte(), VERSION_BEFORE_SET_BACK, VERSION);
    boolean withSetBack = version > VERSION_BEFORE_SET_BACK;
    GroupGathering read = new GroupGathering(group, settings, members);
    read.closedThrough = in.readLong();
    read.epoch = Varints.read(in);
    read.emptyWindows = Varints.readInt(in);
    read.heardTickMillis = Varints.read(in);
    read.metricNumbers.readInto(in);
    for (int left = Varints.readInt(in); left > 0; left--) {
      String host = in.readUTF();
      read.hosts.put(host, HostGathering.read(host, in, read.base(), read.epoch, withSetBack));
    }
    if (version > VERSION_BEFORE_ABSENT) {
      read.absent.readInto(in, read.base());
    }
    read.conditions.restart(read.hosts, read.epoch, read.closedThrough);
    read.settle();
    return read;
  }

  /** What times of hosts are written relative to, so that they are small. */
  private long base() {
    return closedThrough == HostGathering.NEVER ? 0 : closedThrough;
  }
}
