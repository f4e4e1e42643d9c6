package io.peerwatch.streams.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.streams.count.FleetCounts;
import java.time.Instant;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.api.Test;

/** How far behind, told by the log: ticks for time, offsets for records. */
class BacklogTest {
  private long now = 100_000;
  private final FleetCounts counts = FleetCounts.of(() -> Instant.ofEpochMilli(now), millis -> {});
  private final SamplesBehind behind = new SamplesBehind("samples");

  @Test
  void shouldCountWhatIsNotFetchedAndWhatIsFetchedAndNotRead() {
    var task = counts.beginTask(new TaskId(0, 1));
    task.sample(10);
    counts.committed();
    behind.fetched(1, 14);
    behind.left(1, 7);
    assertThat(backlog().records()).isEqualTo(11);
    behind.fetched(1, 21);
    behind.left(1, 0);
    task.tick(21, now);
    counts.committed();
    assertThat(backlog().records()).isZero();
  }

  @Test
  void shouldTakeTimeFromTicksAndNeverFromSamples() {
    var slow = counts.beginTask(new TaskId(0, 1));
    var well = counts.beginTask(new TaskId(0, 2));
    slow.tick(1, 60_000);
    slow.sample(2);
    well.tick(1, 98_000);
    well.sample(2);
    counts.committed();
    assertThat(backlog()).isEqualTo(new Backlog(2, 0, 40_000, 1, 0));
  }

  @Test
  void shouldBeBehindSinceItsBeginningUntilATickComesBack() {
    counts.beginTask(new TaskId(0, 1));
    now += 9_000;
    assertThat(backlog()).isEqualTo(new Backlog(1, 0, 9_000, 1, 1));
  }

  @Test
  void shouldNotBeBehindWithoutAPartition() {
    assertThat(backlog()).isEqualTo(new Backlog(0, 0, 0, -1, 0));
  }

  private Backlog backlog() {
    return Backlog.of(counts, behind, now);
  }
}
