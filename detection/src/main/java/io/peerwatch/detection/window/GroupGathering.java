package io.peerwatch.detection.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
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
  private final String group;

  /** Of the window that closes next, as the plan says. */
  private WindowSettings settings;

  private WindowPlan plan;
  final KnownHosts hosts = new KnownHosts();
  final AbsentHosts absent = new AbsentHosts();
  final MetricNumbers metricNumbers = new MetricNumbers();
  private final Members members;
  private final Forgetting forgetting;
  private final CloseConditions conditions;
  long closedThrough = HostGathering.NEVER;
  long epoch;
  final Silence silence = new Silence();
  private Displaced displaced = Displaced.NONE;

  public GroupGathering(String group, WindowSettings settings) {
    this(group, settings, Members.NONE);
  }

  /**
   * @param members asked whenever a window closes
   */
  public GroupGathering(String group, WindowSettings settings, Members members) {
    this.group = group;
    this.members = members;
    this.forgetting = new Forgetting(hosts, absent, members);
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
    displaced = displaced.withPushedOut(hosts.dropUnplanned(plan));
    conditions.follow(plan);
    conditions.restart(hosts.all(), epoch, closedThrough);
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
    return Math.max(closedThrough, plan.windowEnd(plan.windowStart(hosts.middleLatest())));
  }

  private void settle() {
    long next = conditions.candidateStart();
    settings = plan.at(next != CloseConditions.NONE ? next : closedThrough);
  }

  public String group() {
    return group;
  }

  /** Whether no host is known any more, nor listed, so that nothing remains to be told. */
  public boolean isEmpty() {
    return hosts.isEmpty() && absent.isEmpty();
  }

  /** Whether nobody was heard for so long, or is listed, that nothing has to be remembered. */
  public boolean isOver(TickCount ticks, long afterMillis) {
    return isEmpty() && members.listed().isEmpty() && silence.millis(ticks) >= afterMillis;
  }

  /** Where event time has come since its last window of samples, in epoch milliseconds. */
  public long silentThrough(TickCount ticks) {
    return closedThrough - silence.windows() * settings.windowMillis() + silence.millis(ticks);
  }

  /** Whether samples make the host known. */
  public boolean knows(String host) {
    return hosts.get(host) != null;
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
      hosts.add(host);
    }
    silence.broken(tickMillis);
    long firstBefore = host.firstOpen();
    long lateBefore = host.lateSamples;
    host.hear(sample.timestamp(), epoch, closedThrough, tickMillis, settings);
    Acceptance acceptance = take(host, start, sample, columns, lateBefore);
    conditions.heard(host, firstBefore, hosts.all(), epoch);
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
    return hosts.openSamples();
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
    if (!SetBack.holdsClock(hosts.all(), epoch, ticks.elapsedMillis(), settings)) {
      return false;
    }
    long from = plan.windowEnd(plan.windowStart(SetBack.clock(hosts.all(), epoch)));
    displaced = displaced.withPushedOut(hosts.startAnew(from, closedThrough - from, epoch));
    closedThrough = from;
    epoch++;
    silence.startAnew();
    conditions.restart(hosts.all(), epoch, closedThrough);
    settle();
    return true;
  }

  /**
   * The next window that silence closes, or null; to be called until it is null. First what is
   * open, when ticks spanning window and grace have elapsed since the group's last record, from the
   * first tick after it on; then an empty window for each further window's length of ticks.
   */
  public GroupWindow closeSilent(TickCount ticks) {
    if (isEmpty() || !silence.endsWindow(ticks, settings)) {
      return null;
    }
    if (conditions.candidateStart() != CloseConditions.NONE) {
      return close(conditions.candidateStart(), false);
    }
    boolean begun = closedThrough != HostGathering.NEVER;
    if (!begun || !silence.makesEmptyWindow(ticks, settings, hosts)) {
      return null;
    }
    silence.madeEmptyWindow();
    return close(closedThrough, true);
  }

  private GroupWindow close(long start, boolean silent) {
    long end = plan.windowEnd(start);
    long clock = conditions.clock(hosts.all(), epoch);
    boolean clockKnown = clock != HostGathering.NEVER;
    long ahead = clockKnown ? clock + settings.skewBudgetMillis() : Long.MAX_VALUE;
    List<HostGathering> known = hosts.knownAt(end, ahead);
    var closing = new WindowClosing(plan, known, metricNumbers, start, clock, epoch);
    GroupWindow heard = closing.close(group, silent);
    NavigableSet<String> listed = members.listed();
    long interval = listed.isEmpty() ? 0 : hosts.typicalIntervalMillis();
    GroupWindow window = absent.joined(heard, listed, interval);
    closedThrough = end;
    hosts.all().forEach(host -> host.seen(epoch, end));
    epoch++;
    displaced = displaced.withForgotten(forgetting.forget(closedThrough, settings));
    conditions.restart(hosts.all(), epoch, closedThrough);
    settle();
    return window;
  }

  /** Writes everything, a version byte first. */
  public void write(DataOutput out) throws IOException {
    StoredGathering.write(this, out);
  }

  /**
   * Reads back what was written.
   *
   * @param settings hold until there is a plan to follow
   */
  public static GroupGathering read(
      String group, DataInput in, WindowSettings settings, Members members) throws IOException {
    GroupGathering read = new GroupGathering(group, settings, members);
    StoredGathering.readInto(read, in);
    read.conditions.restart(read.hosts.all(), read.epoch, read.closedThrough);
    read.settle();
    return read;
  }
}
