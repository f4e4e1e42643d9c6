package io.peerwatch.streams.restart;

import io.peerwatch.detection.window.WindowSettings;
import io.peerwatch.schemas.topics.TopicSpec;
import io.peerwatch.schemas.topics.Topics;
import io.peerwatch.streams.backtest.BacktestDriver;
import io.peerwatch.streams.run.FleetSettings;
import io.peerwatch.streams.source.SourceLog;
import io.peerwatch.streams.source.SourceRecord;
import io.peerwatch.streams.window.TickSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * The whole topology over a log, as on a broker: what was done up to a commit stays, the rest is
 * done again by the next one after a kill.
 */
final class KilledFleet {
  private static final WindowSettings WINDOWS =
      new WindowSettings(60_000, 30_000, 300_000, 150_000, 5, 8);

  private static final Duration FORGET_GROUP_AFTER = Duration.ofMinutes(5);

  private final Path folder;
  private final TickSettings ticking;
  private final List<SourceRecord> records;
  private final SourceLog log;
  private final List<String> committed = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private StoresThatSurvive kept = new StoresThatSurvive();
  private StoresThatSurvive stores;
  private BacktestDriver driver;
  private int keptOffset;
  private int offset;

  KilledFleet(Path folder, int groupsMax, List<SourceRecord> records, SourceLog log) {
    this.folder = folder;
    this.ticking = new TickSettings(TickSettings.PERIOD, groupsMax, FORGET_GROUP_AFTER);
    this.records = records;
    this.log = log;
    start();
  }

  boolean atEnd() {
    return offset == records.size();
  }

  void next() {
    SourceRecord record = records.get(offset++);
    if (FleetLog.isListing(record)) {
      driver.sendInventoryBytes(record.key(), record.value());
    } else {
      driver.sendBytes(record.key(), record.value(), record.timestamp());
    }
    driver.drain();
  }

  void commit() {
    kept = stores.copy();
    keptOffset = offset;
    committed.addAll(told);
    told.clear();
  }

  void kill() {
    driver.close();
    start();
  }

  /** How many entries are stored. */
  int entries() {
    return stores.entries();
  }

  /** Everything that was told for good, in order. */
  List<String> end() {
    commit();
    driver.close();
    return committed;
  }

  private void start() {
    stores = kept.copy();
    var settings = FleetSettings.of("test.", WINDOWS, 1, 1, stores).withTicking(ticking);
    driver = new BacktestDriver(settings, folder, log);
    hear(Topics.HOST_READINGS);
    hear(Topics.GROUP_VERDICTS);
    hear(Topics.HOST_ALERTS);
    hear(Topics.GROUP_CAPACITY);
    hear(Topics.BUDGET_LEDGER);
    hear(Topics.REJECTED_RECORDS);
    // The driver counts offsets from zero: what came before is nothing to it, but counts.
    for (int i = 0; i < keptOffset; i++) {
      if (FleetLog.isListing(records.get(i))) {
        driver.sendInventoryBytes(null, null);
      } else {
        driver.sendBytes(null, null, 0);
      }
    }
    driver.drain();
    told.clear();
    offset = keptOffset;
  }

  private <V extends SpecificRecord> void hear(TopicSpec<V> topic) {
    driver.read(topic, value -> told.add(topic.name() + " " + value));
  }
}
