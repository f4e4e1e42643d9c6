package io.peerwatch.streams.count;

import io.peerwatch.detection.ledger.WeekCount;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import org.apache.kafka.streams.processor.TaskId;

/**
 * What all tasks of this instance have counted since it started, as far as it is committed. Stream
 * threads count on their own and meet here once a commit.
 */
public final class FleetCounts {
  private final InstantSource clock;
  private final LongConsumer latencies;
  private final boolean shared;
  private final Map<TaskId, TaskCounts> tasks = new ConcurrentHashMap<>();
  private final long[] totals = new long[Counted.SIZE];

  private FleetCounts(InstantSource clock, LongConsumer latencies, boolean shared) {
    this.clock = clock;
    this.latencies = latencies;
    this.shared = shared;
  }

  /**
   * @param latencies takes, at the commit of each verdict, the milliseconds since the record that
   *     closed its window; called by stream threads
   */
  public static FleetCounts of(InstantSource clock, LongConsumer latencies) {
    return new FleetCounts(clock, latencies, true);
  }

  /** For a topology that nobody watches: what its tasks count is told to nobody. */
  public static FleetCounts unwatched() {
    return new FleetCounts(() -> Instant.EPOCH, millis -> {}, false);
  }

  /**
   * A task begins on the calling stream thread; asked for by its first processor, before others.
   */
  public TaskCounts beginTask(TaskId id) {
    giveOver(id); // one that failed while it began was never closed
    TaskCounts task = new TaskCounts(clock.millis());
    if (shared) {
      tasks.put(id, task);
    }
    return task;
  }

  /** The counts of a task that has begun. */
  public TaskCounts ofTask(TaskId id) {
    return shared ? tasks.get(id) : new TaskCounts(clock.millis());
  }

  /** A task has found its state: so many samples lie in its open windows. */
  public synchronized void takeOver(TaskCounts task, long openSamples) {
    task.open += openSamples;
    totals[Counted.SAMPLES_TAKEN_OVER.at(0)] += openSamples;
  }

  /** The task ends here; what it has not committed is undone. */
  public synchronized void giveOver(TaskId id) {
    TaskCounts task = tasks.remove(id);
    if (task != null) {
      totals[Counted.SAMPLES_GIVEN_OVER.at(0)] += task.open;
    }
  }

  /** The calling stream thread has committed what its tasks did. */
  public synchronized void committed() {
    long now = clock.millis();
    for (TaskCounts task : tasks.values()) {
      if (task.thread == Thread.currentThread()) {
        for (int i = 0; i < totals.length; i++) {
          totals[i] += task.staged[i];
        }
        task.verdicts.drain((record, verdicts) -> tell(Math.max(0, now - record), verdicts));
        task.settle();
      }
    }
  }

  private void tell(long millis, int verdicts) {
    for (int i = 0; i < verdicts; i++) {
      latencies.accept(millis);
    }
  }

  /** All of it as it stands between two commits. */
  public synchronized Snapshot snapshot() {
    long open = 0;
    for (TaskCounts task : tasks.values()) {
      open += task.open;
    }
    return new Snapshot(totals.clone(), open);
  }

  /** How the budgets of all groups stand in their latest week, by group. */
  public Map<String, WeekCount> budgets() {
    Map<String, WeekCount> budgets = new TreeMap<>();
    tasks.values().forEach(task -> budgets.putAll(task.weeks));
    return budgets;
  }

  /** How much room groups have, by group. */
  public Map<String, CapacityStand> room() {
    Map<String, CapacityStand> room = new TreeMap<>();
    tasks.values().forEach(task -> room.putAll(task.room));
    return room;
  }

  /** How far each partition's task has read, by partition. */
  public Map<Integer, ReadUpTo> readUpTo() {
    Map<Integer, ReadUpTo> read = new TreeMap<>();
    tasks.forEach(
        (id, task) ->
            read.put(id.partition(), new ReadUpTo(task.offset, task.tickAt, task.startedAt)));
    return read;
  }

  /**
   * How far a task has read and committed.
   *
   * @param offset of the last record of host-samples; -1 before the first
   * @param tickAt when the last tick that was read had been written; -1 before the first
   * @param startedAt when the task began
   */
  public record ReadUpTo(long offset, long tickAt, long startedAt) {}
}
