package io.peerwatch.detection.capacity.meter;

import static io.peerwatch.detection.capacity.meter.GroupScript.DAY;
import static io.peerwatch.detection.capacity.meter.GroupScript.HOUR;
import static io.peerwatch.detection.capacity.meter.GroupScript.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.detection.metric.MetricDictionary;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** How much of a group is stored, which docs/capacity.md tells. */
class StoredSizeTest {

  /** Nine weeks of windows of ten minutes, with all resources and requests that vary tenfold. */
  @Test
  void shouldStayWithinWhatTheDocsSay() {
    var script = GroupScript.of(4, 8);
    var random = new SplittableRandom(8);
    int window = 0;
    int history = 0;
    for (long at = 0; at < 63 * DAY; at += 10 * MINUTE) {
      double day = StrictMath.sin(2 * Math.PI * (at % DAY) / DAY);
      double requests = 55 + 45 * day + random.nextDouble(-5, 5);
      script
          .all(MetricDictionary.standard().work().get(0), requests)
          .all(MetricDictionary.CPU, requests / 200)
          .all(MetricDictionary.LOAD_1M, 8 * requests / 150)
          .all(MetricDictionary.MEMORY, 0.5)
          .all(MetricDictionary.DISK_IO_TIME, requests / 300)
          .all(MetricDictionary.NETWORK_UTILIZATION, requests / 400)
          .window(at, 10 * MINUTE);
      window = Math.max(window, script.storedBytes());
      history = Math.max(history, at % HOUR == 0 ? script.historyBytes() : 0);
    }
    System.out.printf(
        "StoredSizeTest: %,d bytes a group and window, %,d an hour%n", window, history);
    assertThat(window).isBetween(2_000, 6_000);
    assertThat(history).isBetween(10_000, 14_000);
  }
}
