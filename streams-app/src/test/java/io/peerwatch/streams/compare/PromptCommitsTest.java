package io.peerwatch.streams.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PromptCommitsTest {
  private static final long NOW = 1_800_000_000_000L;

  private final MockProcessorContext<Object, Object> context = new MockProcessorContext<>();
  private final PromptCommits.Asked asked = new PromptCommits.Asked();
  private final PromptCommits commits = new PromptCommits(context, asked);

  @BeforeEach
  void setClocks() {
    at(NOW);
    context.setCurrentStreamTimeMs(NOW - 50);
  }

  @Test
  void shouldCommitAtOnceWhatIsToldLive() {
    commits.told();
    assertThat(committed()).isTrue();
  }

  @Test
  void shouldLetWhatFollowsShareACommit() {
    commits.told();
    committed();
    at(NOW + 10);
    commits.told();
    commits.look(NOW + PromptCommits.SPACING_MILLIS - 1);
    assertThat(committed()).isFalse();
    commits.look(NOW + PromptCommits.SPACING_MILLIS);
    assertThat(committed()).isTrue();
    commits.look(NOW + 3 * PromptCommits.SPACING_MILLIS);
    assertThat(committed()).isFalse();
  }

  @Test
  void shouldShareACommitWithTheOtherTasksOfItsThread() {
    MockProcessorContext<Object, Object> other = new MockProcessorContext<>();
    other.setCurrentSystemTimeMs(NOW + 10);
    other.setCurrentStreamTimeMs(NOW);
    commits.told();
    committed();
    new PromptCommits(other, asked).told();
    assertThat(other.committed()).isFalse();
    commits.look(NOW + PromptCommits.SPACING_MILLIS);
    assertThat(committed()).isTrue();
  }

  @Test
  void shouldLeaveABacklogToTheInterval() {
    context.setCurrentStreamTimeMs(NOW - 60_000);
    commits.told();
    commits.look(NOW + 1_000);
    assertThat(committed()).isFalse();
  }

  @Test
  void shouldNotWaitForAClockThatWasSetBack() {
    commits.told();
    committed();
    at(NOW - 3_600_000);
    commits.told();
    assertThat(committed()).isTrue();
  }

  private void at(long millis) {
    context.setCurrentSystemTimeMs(millis);
  }

  private boolean committed() {
    boolean committed = context.committed();
    context.resetCommit();
    return committed;
  }
}
