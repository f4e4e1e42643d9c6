package io.peerwatch.streams.health;

import java.util.function.ToDoubleFunction;

/** What is told of an instance, one number each: as it stands, or counted since its start. */
public enum Gauged {
  READY("peerwatch.ready", "1 if /health/ready answers 200, else 0", m -> m.ready() ? 1 : 0),
  LIVE("peerwatch.live", "1 if /health/live answers 200, else 0", m -> m.live() ? 1 : 0),
  SAMPLES_OPEN(
      "peerwatch.samples.open",
      "samples in windows that are not closed yet",
      m -> m.counted().openSamples()),
  PARTITIONS(
      "peerwatch.partitions",
      "partitions of host-samples that this instance works on",
      m -> m.backlog().partitions()),
  LAG_RECORDS(
      "peerwatch.lag.records",
      "records of host-samples behind what is read and committed, over this instance's partitions",
      m -> m.backlog().records()),
  LAG_SECONDS(
      "peerwatch.lag.seconds",
      "how long before now the last tick was written that was read back, on the partition that is"
          + " furthest behind; up to about 6 when nothing is behind; grows while a broker is away",
      m -> m.backlog().worstMillis() / 1000.0),
  RESTORE_REMAINING(
      "peerwatch.restore.remaining.records",
      "changelog records to be read before all state is there",
      m -> m.vitals().restoring().remainingRecords()),
  RESTORED(
      "peerwatch.restore.restored.records",
      true,
      "changelog records read since the start to have state back",
      m -> m.vitals().restoring().restoredRecords()),
  THREADS_ALIVE(
      "peerwatch.stream.threads.alive",
      "stream threads that are alive",
      m -> m.vitals().threadsAlive()),
  THREADS_WANTED(
      "peerwatch.stream.threads.wanted",
      "stream threads asked for by --threads",
      m -> m.vitals().threadsWanted()),
  THREAD_DEATHS(
      "peerwatch.stream.thread.deaths",
      true,
      "stream threads that died since the start; each was replaced, but for the last",
      m -> m.vitals().threadDeaths()),
  THREAD_DEATHS_LEFT(
      "peerwatch.stream.thread.deaths.left",
      "how many more may die now before the instance ends; deaths are forgotten after ten minutes",
      m -> m.vitals().threadDeathsLeft()),
  REBALANCES(
      "peerwatch.rebalances",
      true,
      "times that partitions were shared out anew since the start",
      m -> m.vitals().rebalances()),
  GROUPS(
      "peerwatch.groups",
      "groups whose windows were closed since their partition came to this instance, without those"
          + " that were forgotten",
      m -> m.budget().groups()),
  BUDGET_BROKEN(
      "peerwatch.budget.broken.groups",
      "groups whose realised false alarms of this week are significantly over what was promised",
      m -> m.budget().broken()),
  OVER_TARGET(
      "peerwatch.capacity.over.target.groups",
      "groups over their target on some resource in their latest window",
      m -> m.room().over());

  private final String metric;
  private final boolean onlyGrows;
  private final String meaning;
  private final ToDoubleFunction<Moment> value;

  Gauged(String metric, String meaning, ToDoubleFunction<Moment> value) {
    this(metric, false, meaning, value);
  }

  Gauged(String metric, boolean onlyGrows, String meaning, ToDoubleFunction<Moment> value) {
    this.metric = metric;
    this.onlyGrows = onlyGrows;
    this.meaning = meaning;
    this.value = value;
  }

  /** Its name, words separated by dots. */
  public String metric() {
    return metric;
  }

  /** Whether it counts since the start. */
  public boolean onlyGrows() {
    return onlyGrows;
  }

  /** What the number is. */
  public String meaning() {
    return meaning;
  }

  double of(Moment moment) {
    return value.applyAsDouble(moment);
  }
}
