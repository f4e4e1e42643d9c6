package io.peerwatch.detection.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.peerwatch.detection.metric.MetricDictionary;
import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.HostWindow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapacityMeterTest {

  private static final long HOUR = 3_600_000L;
  private static final List<String> METRICS =
      List.of(
          MetricDictionary.REQUEST_RATE,
          MetricDictionary.LOAD_1M,
          MetricDictionary.CORES,
          MetricDictionary.MEMORY);

  @ParameterizedTest(name = "{0} hosts of {1} cores at load {2} need {3}, spare {4}, headroom {5}")
  @CsvSource({
    "10, 8, 4.0, 10, 0, 0.0",
    "10, 8, 2.0, 5, 5, 0.5",
    "10, 8, 6.0, 15, -5, -0.5",
    "10, 8, 2.1, 6, 4, 0.475",
    "3, 4, 0.0, 0, 3, 0.777777",
    "1, 2, 1.0, 1, 0, 0.0"
  })
  void shouldCountHostsForTheTarget(
      int hosts, double cores, double load, int needed, int spare, double headroom) {
    GroupCapacityFigures figures = measured(hosts, cores, load);
    assertThat(figures.hostsNeeded()).isEqualTo(needed);
    assertThat(figures.hostsSpare()).isEqualTo(spare);
    assertThat(figures.headroom()).isEqualTo(headroom, within(1e-5));
    assertThat(figures.cores()).isEqualTo(hosts * cores);
  }

  @Test
  void shouldLeaveSuspectsOutOfTheMeanButCountTheirShareOfTheWork() {
    List<HostWindow> hosts = new ArrayList<>(hosts(3, 8, 4));
    hosts.add(host("web-9", 100, 40, 8, 0.2));
    GroupCapacityFigures figures =
        new CapacityMeter().measure(window(0, hosts), Set.of("web-9"), CapacitySettings.DEFAULT);
    assertThat(figures.hosts()).isEqualTo(4);
    assertThat(figures.hostsJudged()).isEqualTo(3);
    assertThat(figures.hostsLeftOut()).containsExactly("web-9");
    assertThat(figures.hostsNeeded()).isEqualTo(4);
  }

  @Test
  void shouldSayWhyAFigureIsMissing() {
    HostWindow bare =
        new HostWindow("web-0", new double[] {Double.NaN, 3, Double.NaN, Double.NaN}, 1, 0, 0, 0);
    GroupCapacityFigures figures =
        new CapacityMeter().measure(window(0, List.of(bare)), Set.of(), CapacitySettings.DEFAULT);
    assertThat(figures.cores()).isNull();
    assertThat(figures.headroom()).isNull();
    assertThat(figures.unknown())
        .containsEntry("cores", "no host tells its core count")
        .containsEntry("requestRate", "no work metric");
  }

  @Test
  void shouldKnowThePeakOfADayOnceADayIsKnown() throws IOException {
    CapacityMeter meter = new CapacityMeter();
    GroupCapacityFigures figures = null;
    for (int hour = 0; hour < 24; hour++) {
      assertThat(figures == null ? null : figures.hostsNeededDayPeak()).isNull();
      figures =
          meter.measure(
              window(hour * HOUR, hosts(10, 8, hour == 5 ? 6 : 2)),
              Set.of(),
              CapacitySettings.DEFAULT);
      meter = writtenAndRead(meter);
    }
    assertThat(figures.hostsNeededDayPeak()).isEqualTo(15);
    assertThat(figures.hostsNeededWeekPeak()).isNull();
    assertThat(figures.survivesLoss()).isEqualTo(2);
  }

  @Test
  void shouldForgetAPeakAfterItsDay() {
    CapacityMeter meter = new CapacityMeter();
    GroupCapacityFigures figures = null;
    for (int hour = 0; hour < 40; hour++) {
      figures =
          meter.measure(
              window(hour * HOUR, hosts(10, 8, hour == 5 ? 6 : 2)),
              Set.of(),
              CapacitySettings.DEFAULT);
    }
    assertThat(figures.hostsNeededDayPeak()).isEqualTo(5);
  }

  private static GroupCapacityFigures measured(int hosts, double cores, double load) {
    return new CapacityMeter()
        .measure(window(0, hosts(hosts, cores, load)), Set.of(), CapacitySettings.DEFAULT);
  }

  private static List<HostWindow> hosts(int count, double cores, double load) {
    HostWindow[] hosts = new HostWindow[count];
    Arrays.setAll(hosts, i -> host("web-" + i, 100, load, cores, 0.2));
    return List.of(hosts);
  }

  private static HostWindow host(
      String name, double requests, double load, double cores, double memory) {
    return new HostWindow(name, new double[] {requests, load, cores, memory}, 1, 0, 0, 0);
  }

  private static GroupWindow window(long start, List<HostWindow> hosts) {
    return new GroupWindow("web", start, start + 60_000, METRICS, hosts, 0, false);
  }

  private static CapacityMeter writtenAndRead(CapacityMeter meter) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    meter.write(new DataOutputStream(bytes));
    return CapacityMeter.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
  }
}
