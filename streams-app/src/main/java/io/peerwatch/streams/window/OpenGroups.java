package io.peerwatch.streams.window;

import io.peerwatch.detection.window.Acceptance;
import io.peerwatch.detection.window.GroupGathering;
import io.peerwatch.detection.window.Members;
import io.peerwatch.detection.window.Sample;
import io.peerwatch.detection.window.Tick;
import io.peerwatch.detection.window.TickCount;
import io.peerwatch.detection.window.WindowPlan;
import io.peerwatch.detection.window.WindowSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The groups of one task and the ticks between their records, as far as the log was read; and what
 * of it is kept.
 *
 * <p>A group is kept whenever a window of it closes. What it hears after that is kept by the
 * samples' own log, which {@link Rereading} reads again from {@link #rereadFrom()}; so a sample
 * costs no write. Where windows take long, groups are kept now and then on the way.
 */
final class OpenGroups {
  /** Records that may have to be read again after a restart: a fraction of a second. */
  private static final long REREAD_MAX = 100_000;

  /** Records between two looks at what should be kept, where no tick comes. */
  private static final long LOOK_EVERY = 20_000;

  /** Time between two looks for groups to forget, by ticks. */
  private static final long FORGET_EVERY_MILLIS = 600_000;

  /** More wait for the next look, so that no transaction is held up for long. */
  private static final int FORGOTTEN_AT_ONCE_MAX = 500;

  private final WindowSettings settings;
  private final TickSettings ticking;
  private final Function<String, Members> members;

  /** Null where nothing has to survive. */
  private final Checkpoints checkpoints;

  private final Map<String, OpenGroup> groups = new HashMap<>();

  /** Groups that heard something since they were kept, in the order in which they first did. */
  private final Map<String, OpenGroup> unkept = new LinkedHashMap<>();

  private TickCount ticks;
  private Progress progress;
  private boolean forgetting;
  private long lookAt;
  private List<String> byName;

  /**
   * @param checkpoints null where nothing has to survive
   * @param members of a group, always the same object
   */
  OpenGroups(
      WindowSettings settings,
      TickSettings ticking,
      Checkpoints checkpoints,
      Function<String, Members> members) {
    this.settings = settings;
    this.ticking = ticking;
    this.members = members;
    this.checkpoints = checkpoints;
    progress = checkpoints == null ? null : checkpoints.progress(ticking.gapMillis());
    ticks = progress == null ? new TickCount(ticking.gapMillis()) : progress.ticks().copy();
    if (checkpoints != null) {
      checkpoints.readGroups(settings, members, groups);
    }
  }

  /** First offset that may hold what was not kept; none before the first record of all. */
  long rereadFrom() {
    return progress == null ? Long.MAX_VALUE : progress.offset();
  }

  boolean isFresh() {
    return progress == null;
  }

  /** Whether one more group is more than a partition takes. */
  boolean refuses(String group) {
    return groups.size() >= ticking.groupsMax() && !groups.containsKey(group);
  }

  /**
   * Takes a sample in; {@link #refuses} has been asked.
   *
   * @param offset where it lies in the log
   * @param plans by which windows are made now
   */
  Acceptance hear(Sample sample, long offset, Plans plans) {
    OpenGroup group = groupOf(sample.group());
    boolean replanned = group.gathering.follow(plans.of(group.gathering, sample.timestamp()));
    group.planned = true;
    Acceptance acceptance = offer(group, sample, offset);
    if (replanned && group.entered) {
      keep(sample.group(), offset + 1);
    }
    return acceptance;
  }

  /** By which plan a group makes its windows, at the time of a sample. */
  interface Plans {
    WindowPlan of(GroupGathering gathering, long timestamp);
  }

  private OpenGroup groupOf(String group) {
    OpenGroup known = groups.get(group);
    if (known != null) {
      return known;
    }
    return OpenGroup.fresh(group, settings, members.apply(group));
  }

  private Acceptance offer(OpenGroup group, Sample sample, long offset) {
    Acceptance acceptance = group.gathering.offer(sample, ticks.elapsedMillis());
    if (acceptance == Acceptance.TOO_MANY_HOSTS || acceptance == Acceptance.TOO_MANY_METRICS) {
      return acceptance;
    }
    if (!group.entered) {
      group.entered = true;
      groups.put(sample.group(), group);
      byName = null;
    }
    if (!group.unkept && acceptance != Acceptance.DUPLICATE && checkpoints != null) {
      group.unkept = true;
      group.since = new Progress(offset, ticks.copy());
      unkept.put(sample.group(), group);
    }
    return acceptance;
  }

  /**
   * Takes in what was heard before, unless it is part of what was kept.
   *
   * @param plans by which windows were made then: a group is kept whenever its plan changes
   */
  void hearAgain(Sample sample, long offset, Plans plans) {
    OpenGroup group = groupOf(sample.group());
    if (refuses(sample.group()) || offset < group.keptBefore) {
      return;
    }
    if (!group.planned) {
      group.gathering.follow(plans.of(group.gathering, sample.timestamp()));
      group.planned = true;
    }
    offer(group, sample, offset);
    group.gathering.takeDisplaced(); // was counted when it was first heard
  }

  /** Samples in windows that are not closed yet. */
  long openSamples() {
    long samples = 0;
    for (OpenGroup group : groups.values()) {
      samples += group.gathering.openSamples();
    }
    return samples;
  }

  /** Has a group make its windows by a plan, when a tick has come. */
  void follow(String group, WindowPlan plan, long next) {
    if (gathering(group).follow(plan)) {
      keep(group, next);
    }
  }

  GroupGathering gathering(String group) {
    return groups.get(group).gathering;
  }

  void pass(Tick tick) {
    long before = ticks.elapsedMillis() / FORGET_EVERY_MILLIS;
    ticks.count(tick);
    forgetting = ticks.elapsedMillis() / FORGET_EVERY_MILLIS > before;
  }

  /** Groups that are to be forgotten after this tick, by name; mostly none are looked for. */
  List<String> over() {
    long after = ticking.forgetGroupAfter().toMillis();
    return !forgetting
        ? List.of()
        : byName().stream()
            .filter(group -> gathering(group).isOver(ticks, after))
            .limit(FORGOTTEN_AT_ONCE_MAX)
            .toList();
  }

  TickCount ticks() {
    return ticks;
  }

  /** Names of all groups, in order. */
  List<String> byName() {
    if (byName == null) {
      byName = new ArrayList<>(new TreeMap<>(groups).keySet());
    }
    return byName;
  }

  /**
   * Keeps the group as it is.
   *
   * @param next the first offset that it has not heard
   */
  void keep(String group, long next) {
    if (checkpoints == null) {
      return;
    }
    OpenGroup kept = groups.get(group);
    kept.keptBefore = next;
    kept.unkept = false;
    kept.since = null;
    unkept.remove(group);
    checkpoints.put(group, kept);
  }

  /**
   * Deletes groups, and keeps all others: nothing of before is read again, neither samples of those
   * nor what was refused while they took a place.
   *
   * @param next the first offset that was not heard
   */
  void forget(List<String> over, long next) {
    groups.keySet().removeAll(over);
    unkept.keySet().removeAll(over);
    byName = null;
    if (checkpoints != null) {
      over.forEach(checkpoints::delete);
    }
    List.copyOf(unkept.keySet()).forEach(group -> keep(group, next));
    keepProgress(next);
  }

  /** To be called after each record; {@code next} is the offset after it. */
  void heardUpTo(long next) {
    if (checkpoints != null && (progress == null || next >= lookAt)) {
      keepProgress(next);
    }
  }

  /** Keeps groups that have waited for long, and from where on the log is to be read again. */
  void keepProgress(long next) {
    if (checkpoints == null) {
      return;
    }
    lookAt = next + LOOK_EVERY;
    OpenGroup first = firstUnkept();
    while (first != null && first.since.offset() < next - REREAD_MAX) {
      keep(first.gathering.group(), next);
      first = firstUnkept();
    }
    Progress now = first != null ? first.since : new Progress(next, ticks.copy());
    if (progress == null || now.offset() != progress.offset()) {
      progress = now;
      checkpoints.put(progress);
    }
  }

  private OpenGroup firstUnkept() {
    return unkept.isEmpty() ? null : unkept.values().iterator().next();
  }

  /** The log begins anew: offsets of before mean nothing. */
  void forgetOffsets() {
    groups.values().forEach(group -> group.keptBefore = 0);
  }
}
