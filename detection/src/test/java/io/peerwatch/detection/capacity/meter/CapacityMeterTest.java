package io.peerwatch.detection.capacity.meter;

import static io.peerwatch.detection.capacity.meter.GroupScript.HOUR;
import static io.peerwatch.detection.capacity.meter.GroupScript.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.peerwatch.detection.capacity.CapacityLimits;
import io.peerwatch.detection.capacity.CapacityResource;
import io.peerwatch.detection.capacity.CapacitySettings;
import io.peerwatch.detection.capacity.GroupCapacityFigures;
import io.peerwatch.detection.capacity.Need;
import io.peerwatch.detection.capacity.peak.DemandHistory;
import io.peerwatch.detection.metric.MetricDictionary;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures of GroupCapacity that can be worked out by hand. */
class CapacityMeterTest {

  @ParameterizedTest(name = "{0} hosts of {1} cores at load {2} need {3}, spare {4}, headroom {5}")
  @CsvSource({
    "10, 8, 4.0, 10, 0, 0.0",
    "10, 8, 2.0, 5, 5, 0.5",
    "10, 8, 6.0, 15, -5, -0.5",
    "10, 8, 2.1, 6, 4, 0.475",
    "3, 4, 0.0, 0, 3, 1.0",
    "1, 2, 1.0, 1, 0, 0.0"
  })
  void shouldCountHostsForTheTarget(
      int hosts, double cores, double load, int needed, int spare, double headroom) {
    GroupCapacityFigures figures =
        GroupScript.of(hosts, cores).all(MetricDictionary.LOAD_1M, load).window(0);
    assertThat(figures.demand().now().hosts()).isEqualTo(needed);
    assertThat(figures.demand().now().spare()).isEqualTo(spare);
    assertThat(figures.demand().now().cores()).isEqualTo(hosts * load / 0.5, within(1e-9));
    assertThat(figures.demand().headroom()).isEqualTo(headroom, within(1e-9));
    assertThat(figures.size().cores()).isEqualTo(hosts * cores);
  }

  @ParameterizedTest(name = "{0} at {1} is the tightest with headroom {2}")
  @CsvSource({
    "system.cpu.utilization, 0.6, CPU, -0.2",
    "system.memory.utilization, 0.96, MEMORY, -0.066666",
    "system.disk.io_time, 0.77, DISK, -0.1",
    "hw.network.bandwidth.utilization, 0.84, NETWORK, -0.2",
    "system.network.io.transmit, 900, NETWORK, -0.285714"
  })
  void shouldNameTheTightestResourceWhateverRoomOthersHave(
      String metric, double value, CapacityResource tightest, double headroom) {
    GroupCapacityFigures figures =
        GroupScript.of(4, 8)
            .loadPerCore(0.1)
            .all(MetricDictionary.NETWORK_LIMIT, 1_000)
            .all(MetricDictionary.NETWORK_RECEIVE, 100)
            .all(MetricDictionary.NETWORK_TRANSMIT, 50)
            .all(metric, value)
            .window(0);
    assertThat(figures.demand().tightest()).isEqualTo(tightest);
    assertThat(figures.demand().headroom()).isEqualTo(headroom, within(1e-5));
  }

  @Test
  void shouldLeaveSuspectsAndSilentHostsOutOfTheMeanButCountTheirShareOfTheWork() {
    GroupScript script = GroupScript.of(6, 8).loadPerCore(0.5);
    script.host("web-0001", MetricDictionary.LOAD_1M, 40).suspect("web-0001").silent("web-0002");
    GroupCapacityFigures figures = script.window(0);
    assertThat(figures.size().hosts()).isEqualTo(6);
    assertThat(figures.size().hostsJudged()).isEqualTo(4);
    assertThat(figures.size().hostsSilent()).isEqualTo(1);
    assertThat(figures.size().hostsSuspect()).isEqualTo(1);
    assertThat(figures.size().hostsLeftOut()).containsExactly("web-0001", "web-0002");
    assertThat(figures.size().cores()).isEqualTo(48);
    assertThat(figures.use(CapacityResource.LOAD).max()).isEqualTo(0.5);
    assertThat(figures.demand().now().hosts()).isEqualTo(6);
  }

  @Test
  void shouldNotGuessFromAMinorityOfTheHosts() {
    GroupScript script = GroupScript.of(5, 8).loadPerCore(0.9);
    script.silent("web-0000").silent("web-0001").silent("web-0002");
    GroupCapacityFigures figures = script.window(0);
    assertThat(figures.demand().now()).isEqualTo(Need.UNKNOWN);
    assertThat(figures.unknown())
        .containsEntry("hostsNeeded", "only 2 of 5 hosts are judged")
        .containsEntry("cores", "fewer than half of the hosts tell their core count");
  }

  @Test
  void shouldSayWhyEverythingIsMissingWhenNobodyReports() {
    GroupScript script = GroupScript.of(2, 8).silent("web-0000").silent("web-0001");
    GroupCapacityFigures figures = script.window(0);
    assertThat(figures.demand().headroom()).isNull();
    assertThat(figures.advice().action()).isNull();
    assertThat(figures.unknown())
        .containsEntry("headroom", "no judged host reported")
        .containsEntry("action", "no judged host reported")
        .containsKeys("cores", "imbalance", "coresNeeded", "hostsSpareWeekPeak", "survivesLoss");
  }

  @Test
  void shouldCountHostsByCpuWhereNoCoresAreTold() {
    GroupScript script = new GroupScript();
    for (int i = 0; i < 4; i++) {
      script.host("a-" + i, MetricDictionary.CPU, 0.6);
    }
    Need now = script.window(0).demand().now();
    assertThat(now).isEqualTo(new Need(null, 5, -1));
  }

  @Test
  void shouldNotForgetAWeekWhenCoreCountsAreMissingForAWindow() {
    GroupScript script = GroupScript.of(4, 8).loadPerCore(0.4);
    hourly(script, 0, 24);
    script.all(MetricDictionary.CORES, Double.NaN);
    assertThat(script.window(24 * HOUR).demand().now()).isEqualTo(Need.UNKNOWN);
    script.all(MetricDictionary.CORES, 8).loadPerCore(0.1);
    assertThat(script.window(25 * HOUR).demand().dayPeak().hosts()).isEqualTo(4);
  }

  @Test
  void shouldKnowThePeakOfADayOnceADayIsKnownAndForgetItAfterwards() {
    GroupScript script = GroupScript.of(10, 8).loadPerCore(0.25);
    List<Integer> peaks = new ArrayList<>();
    for (int hour = 0; hour < 40; hour++) {
      script.loadPerCore(hour == 15 ? 0.75 : 0.25);
      peaks.add(script.window(hour * HOUR).demand().dayPeak().hosts());
    }
    assertThat(peaks.subList(0, 23)).containsOnlyNulls();
    assertThat(peaks.subList(23, 39)).containsOnly(15);
    assertThat(peaks.get(39)).isEqualTo(5);
  }

  @Test
  void shouldNotCallADayKnownThatWasHardlyWatched() {
    GroupScript script = GroupScript.of(10, 8).loadPerCore(0.25);
    hourly(script, 0, 24);
    GroupCapacityFigures after = script.window(40 * HOUR);
    assertThat(after.demand().dayPeak()).isEqualTo(Need.UNKNOWN);
    assertThat(after.unknown())
        .containsEntry(
            "hostsNeededDayPeak", "less than four fifths of the hours of a day are known")
        .containsEntry("hostsNeededWeekPeak", "less than a week is known");
  }

  @Test
  void shouldMeasureThePastByTheLimitsOfNow() {
    GroupScript script = GroupScript.of(10, 8).loadPerCore(0.45);
    hourly(script, 0, 24);
    assertThat(script.window(24 * HOUR).demand().dayPeak().hosts()).isEqualTo(9);
    var tighter = new CapacityLimits(0.3, 1, 0.5, 0.9, 0.7, 0.7);
    script.settings(CapacitySettings.DEFAULT.withLimits(tighter));
    assertThat(script.window(24 * HOUR + MINUTE).demand().dayPeak().hosts()).isEqualTo(15);
  }

  @Test
  void shouldTellTheDaysPeakOfEveryResource() {
    GroupScript script = GroupScript.of(4, 8).loadPerCore(0.2).all(MetricDictionary.MEMORY, 0.7);
    hourly(script, 0, 24);
    script.loadPerCore(0.1).all(MetricDictionary.MEMORY, 0.5);
    GroupCapacityFigures figures = script.window(24 * HOUR);
    assertThat(figures.use(CapacityResource.LOAD).dayPeak()).isEqualTo(0.2, within(1e-6));
    assertThat(figures.use(CapacityResource.MEMORY).dayPeak()).isEqualTo(0.7, within(1e-6));
  }

  @Test
  void shouldKeepLittleForEachWindowAndAHistoryOfKnownSize() {
    GroupScript script = GroupScript.of(100, 8).loadPerCore(0.45);
    hourly(script, 0, 200);
    assertThat(script.stored().length).isLessThan(1_500);
    assertThat(DemandHistory.bytes()).isEqualTo(12_785);
  }

  private static void hourly(GroupScript script, int from, int until) {
    for (int hour = from; hour < until; hour++) {
      script.window(hour * HOUR);
    }
  }

  @Test
  void shouldCountASilentHostByWhatTheInventorySaysOfIt() {
    var script = GroupScript.of(3, 4).all(MetricDictionary.LOAD_1M, 2).silent("web-big");
    assertThat(script.window(0).size().cores()).isEqualTo(16);
    script.listed("web-big", 32, 1e9).listed("web-0000", 64, 1e9);
    // What a host tells itself counts for more: web-0000 has its 4.
    assertThat(script.window(MINUTE).size().cores()).isEqualTo(44);
    assertThat(script.window(2 * MINUTE).size().memoryBytes()).isEqualTo(4e9);
  }
}
