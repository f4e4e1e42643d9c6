package io.peerwatch.streams.count;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.detection.window.Acceptance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.api.Test;

/** Counts become visible with the commit of what they count, and go with what is undone. */
class FleetCountsTest {
  private static final TaskId TASK = new TaskId(0, 3);

  private final List<Long> latencies = new ArrayList<>();
  private final FleetCounts fleet =
      FleetCounts.of(() -> Instant.ofEpochMilli(5_000), latencies::add);

  @Test
  void shouldTellOfASampleOnceItIsCommitted() {
    TaskCounts task = fleet.beginTask(TASK);
    task.sample(17);
    task.causedAt(4_000);
    task.offered(Acceptance.ACCEPTED);
    task.tick(18, 4_500);
    task.causedAt(4_500);
    assertThat(fleet.snapshot().of(Counted.SAMPLES_IN)).isZero();
    assertThat(fleet.readUpTo().get(3).offset()).isEqualTo(-1);
    fleet.committed();
    assertThat(fleet.snapshot().of(Counted.SAMPLES_IN)).isEqualTo(1);
    assertThat(fleet.snapshot().openSamples()).isEqualTo(1);
    assertThat(fleet.readUpTo().get(3)).isEqualTo(new FleetCounts.ReadUpTo(18, 4_500, 5_000));
  }

  @Test
  void shouldForgetWhatATaskDidThatEndsBeforeItsCommit() {
    TaskCounts task = fleet.beginTask(TASK);
    fleet.takeOver(task, 40);
    task.sample(17);
    task.causedAt(4_000);
    task.offered(Acceptance.DUPLICATE);
    fleet.giveOver(TASK);
    fleet.committed();
    assertThat(fleet.snapshot().of(Counted.SAMPLES_IN)).isZero();
    assertThat(fleet.snapshot().of(Counted.SAMPLES_GIVEN_OVER)).isEqualTo(40);
    assertThat(fleet.snapshot().openSamples()).isZero();
  }

  /** One that fails while it begins is never closed; its successor must not inherit its counts. */
  @Test
  void shouldBeginAnewAfterATaskThatWasNeverClosed() {
    fleet.takeOver(fleet.beginTask(TASK), 40);
    TaskCounts next = fleet.beginTask(TASK);
    fleet.takeOver(next, 40);
    assertThat(fleet.ofTask(TASK)).isSameAs(next);
    assertThat(fleet.snapshot().openSamples()).isEqualTo(40);
    assertThat(fleet.snapshot().of(Counted.SAMPLES_TAKEN_OVER)).isEqualTo(80);
    assertThat(fleet.snapshot().of(Counted.SAMPLES_GIVEN_OVER)).isEqualTo(40);
  }

  @Test
  void shouldNotCommitForAnotherThread() throws InterruptedException {
    fleet.beginTask(TASK).sample(0);
    Thread other = new Thread(fleet::committed);
    other.start();
    other.join();
    assertThat(fleet.snapshot().of(Counted.SAMPLES_IN)).isZero();
  }

  @Test
  void shouldMeasureAVerdictFromItsRecordToItsCommit() {
    VerdictTimes times = new VerdictTimes();
    for (int i = 0; i < 3_000; i++) {
      times.add(i / 2);
    }
    List<Integer> verdicts = new ArrayList<>();
    times.drain((record, count) -> verdicts.add(count));
    assertThat(verdicts).hasSize(1_024).startsWith(2, 2);
    assertThat(verdicts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(3_000);
    times.drain((record, count) -> verdicts.add(count));
    assertThat(verdicts).hasSize(1_024);
  }
}
