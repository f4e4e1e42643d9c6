package io.peerwatch.detection.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.detection.metric.MetricDictionary;
import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.HostWindow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class YardstickTest {
  private static final long WINDOW = 300_000L;
  private static final long NOW = 1_000 * WINDOW;
  private final GroupMemory memory = new GroupMemory(MetricDictionary.standard());

  @Test
  void shouldBeStraightWhileNothingIsWrong() {
    Comparison four = hosts(4);
    Yardstick straight = new Yardstick(window(4, 0), four, memory);
    assertThat(straight.isBentByAny()).isFalse();
    assertThat(straight.isBentBeside(0)).isFalse();
    assertThat(straight.groupMoves()).isFalse();
  }

  @Test
  void shouldBendForTheOthersWhereOneOfFewIsOrWasApart() {
    for (int since : new int[] {0, 12, 13}) {
      Comparison four = hosts(4);
      four.records[1].loneLast = NOW - since * WINDOW;
      Yardstick yardstick = new Yardstick(window(4, 0), four, memory);
      assertThat(yardstick.isBentBeside(0)).as("%d windows ago", since).isEqualTo(since <= 12);
      assertThat(yardstick.isBentByAny()).isEqualTo(since <= 12);
      assertThat(yardstick.isBentBeside(1)).as("its own trouble").isFalse();
    }
    Comparison suspect = hosts(6);
    suspect.records[5].suspect = true;
    assertThat(new Yardstick(window(6, 0), suspect, memory).isBentBeside(0)).isTrue();
  }

  @Test
  void shouldNotBendWhereOthersAreMany() {
    Comparison seven = hosts(7);
    seven.records[1].lone = true;
    assertThat(new Yardstick(window(7, 5), seven, memory).isBentBeside(0)).isFalse();
  }

  @Test
  void shouldBendForTwoHoursWhereOneOfFewStoppedToReport() {
    Comparison three = hosts(3);
    assertThat(new Yardstick(window(4, 1), three, memory).isBentByAny()).isFalse();
    assertThat(new Yardstick(window(4, 2), three, memory).isBentBeside(0)).isTrue();
    assertThat(new Yardstick(window(4, 24), three, memory).isBentByAny()).isTrue();
    assertThat(new Yardstick(window(4, 25), three, memory).isBentByAny()).isFalse();
  }

  @Test
  void shouldSayForTwoHoursThatTheGroupMovedUnlessItIsAPair() {
    memory.movedAt = NOW - 24 * WINDOW;
    assertThat(new Yardstick(window(12, 0), hosts(12), memory).groupMoves()).isTrue();
    assertThat(new Yardstick(window(2, 0), hosts(2), memory).groupMoves()).isFalse();
    memory.movedAt -= WINDOW;
    assertThat(new Yardstick(window(12, 0), hosts(12), memory).groupMoves()).isFalse();
  }

  private static Comparison hosts(int hosts) {
    Comparison now = new Comparison();
    now.atEqualWork.follow(DetectionSettings.NO_WORK);
    now.hosts = hosts;
    now.records = new HostRecord[hosts];
    for (int h = 0; h < hosts; h++) {
      now.records[h] = new HostRecord("web-" + h);
    }
    return now;
  }

  /**
   * @param missed how many windows the last host missed up to now
   */
  private static GroupWindow window(int hosts, int missed) {
    List<HostWindow> all = new ArrayList<>();
    for (int h = 0; h < hosts; h++) {
      int missing = h == hosts - 1 ? missed : 0;
      all.add(new HostWindow("web-" + h, new double[0], missing == 0 ? 1 : 0, missing, 0, 0));
    }
    return new GroupWindow("web", NOW, NOW + WINDOW, List.of(), all, 0, false);
  }
}
