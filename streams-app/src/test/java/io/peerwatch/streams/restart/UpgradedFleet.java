package io.peerwatch.streams.restart;

import io.peerwatch.detection.window.WindowSettings;
import io.peerwatch.schemas.avro.GroupCapacity;
import io.peerwatch.schemas.avro.GroupVerdict;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.topics.Topics;
import io.peerwatch.streams.FleetScript;
import io.peerwatch.streams.backtest.BacktestDriver;
import io.peerwatch.streams.run.FleetSettings;
import io.peerwatch.streams.source.SourceLog;
import io.peerwatch.streams.source.SourceRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Five web servers, one of which falls silent; stopped in the middle of a window, and gone on. */
final class UpgradedFleet implements AutoCloseable, SourceLog {
  static final int HOSTS = 5;
  static final Instant OPEN_WINDOW = FleetScript.START.plus(Duration.ofMinutes(73));
  private static final Instant SILENT = FleetScript.START.plus(Duration.ofMinutes(70));
  private static final Instant STOPPED = OPEN_WINDOW.plusSeconds(90);
  private static final Instant BACK = OPEN_WINDOW.plus(Duration.ofMinutes(3));
  private static final Instant END = OPEN_WINDOW.plus(Duration.ofMinutes(13));
  private static final String GROUP = "web";

  final List<GroupVerdict> verdicts = new ArrayList<>();
  final List<HostAlert> alerts = new ArrayList<>();
  final List<GroupCapacity> capacity = new ArrayList<>();
  private final BacktestDriver driver;

  UpgradedFleet(Path folder, StoresThatSurvive stores) {
    var settings = FleetSettings.of("test.", WindowSettings.defaults(), 1, 1, stores);
    driver = new BacktestDriver(settings, folder, this);
    driver.read(Topics.GROUP_VERDICTS, verdicts::add);
    driver.read(Topics.HOST_ALERTS, alerts::add);
    driver.read(Topics.GROUP_CAPACITY, capacity::add);
    driver.ignore(Topics.REJECTED_RECORDS);
  }

  /** Up to the middle of a window. */
  void begin() {
    samples(FleetScript.START, STOPPED).forEach(driver::send);
    driver.drain();
  }

  /** From there on. */
  void goOn() {
    // The driver counts offsets from zero: what came before is nothing to it, but counts.
    samples(FleetScript.START, STOPPED).forEach(done -> driver.sendBytes(null, null, 0));
    driver.drain();
    samples(STOPPED, END).forEach(driver::send);
    driver.drain();
  }

  private static List<HostSample> samples(Instant from, Instant to) {
    List<HostSample> samples = new ArrayList<>();
    for (Instant at = from; at.isBefore(to); at = at.plusSeconds(10)) {
      SplittableRandom random = new SplittableRandom(at.toEpochMilli());
      for (int h = 0; h < HOSTS; h++) {
        double cpu = 0.3 + 0.02 * random.nextDouble(-1, 1);
        boolean silent = h == 4 && !at.isBefore(SILENT) && at.isBefore(BACK);
        if (!silent) {
          Map<String, Double> metrics =
              Map.of("system.cpu.utilization", cpu, "system.memory.utilization", 1.5 * cpu);
          samples.add(new HostSample("web-" + h, GROUP, at, metrics, Map.of()));
        }
      }
    }
    return samples;
  }

  @Override
  public long read(String topic, int partition, long from, long to, Consumer<SourceRecord> each) {
    List<HostSample> log = samples(FleetScript.START, STOPPED);
    byte[] key = GROUP.getBytes(StandardCharsets.UTF_8);
    for (long offset = from; offset < to; offset++) {
      byte[] value = driver.serialize(log.get((int) offset));
      each.accept(new SourceRecord(topic, partition, offset, key, value, 0));
    }
    return from;
  }

  @Override
  public void close() {
    driver.close();
  }
}
