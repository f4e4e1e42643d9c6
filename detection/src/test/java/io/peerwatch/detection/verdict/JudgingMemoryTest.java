package io.peerwatch.detection.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.management.ThreadMXBean;
import io.peerwatch.detection.laboratory.Fleet;
import io.peerwatch.detection.window.GroupWindow;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What judging costs in memory: nothing that grows with hosts times metrics. */
class JudgingMemoryTest {
  private static final long WINDOW = 300_000L;
  private static final long START = 1_767_225_600_000L;
  private static final int HOSTS = 800;
  private static final int KNOWN_AFTER = 130;
  private static final int MEASURED = 40;

  @Test
  void shouldAllocateNothingPerValue() {
    Fleet fleet = new Fleet(5, HOSTS, WINDOW, START);
    GroupJudge judge = new GroupJudge(DetectionSettings.of(WINDOW));
    int metrics = 0;
    for (int w = 0; w < KNOWN_AFTER; w++) {
      metrics = judge.judge(fleet.next()).metricsJudged();
    }
    List<GroupWindow> windows = new ArrayList<>();
    for (int w = 0; w < MEASURED; w++) {
      windows.add(fleet.next());
    }
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    windows.forEach(judge::judge);
    long bytes = threads.getThreadAllocatedBytes(thread) - before;
    assertThat(metrics).isPositive();
    assertThat((double) bytes / ((double) HOSTS * metrics * MEASURED))
        .as("bytes per host-metric value, of which one object alone takes 16")
        .isLessThan(4);
  }

  @Test
  void shouldKeepLessThanTwoHundredBytesOfAHostAndMetric() throws IOException {
    Fleet fleet = new Fleet(5, 4, WINDOW, START);
    GroupJudge judge = new GroupJudge(DetectionSettings.of(WINDOW));
    int metrics = 0;
    for (int w = 0; w < KNOWN_AFTER; w++) {
      metrics = judge.judge(fleet.next()).metricsJudged();
    }
    var bytes = new ByteArrayOutputStream();
    judge.writeHost(Fleet.host(0), new DataOutputStream(bytes));
    int ofHostAlone = 300;
    assertThat((double) (bytes.size() - ofHostAlone) / metrics).isBetween(50.0, 200.0);
  }

  @Test
  void shouldNotTellReadingsOfAWindowThatIsOver() {
    Fleet fleet = new Fleet(6, 4, WINDOW, START);
    GroupJudge judge = new GroupJudge(DetectionSettings.of(WINDOW));
    GroupJudgement first = judge.judge(fleet.next());
    GroupJudgement second = judge.judge(fleet.next());
    assertThat(second.readings()).isNotEmpty();
    assertThatIllegalStateException()
        .isThrownBy(() -> first.readings().size())
        .withMessageContaining("before the next window");
    List<MetricReadings> laidOut = second.readings();
    judge.judge(fleet.next());
    assertThat(laidOut).isNotEmpty();
  }
}
