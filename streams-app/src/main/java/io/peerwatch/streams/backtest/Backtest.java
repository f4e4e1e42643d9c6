package io.peerwatch.streams.backtest;

import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.csv.BadLine;
import io.peerwatch.schemas.csv.RecordedSamples;
import io.peerwatch.schemas.json.JsonLines;
import io.peerwatch.schemas.progress.Progress;
import io.peerwatch.schemas.topics.TopicSpec;
import io.peerwatch.schemas.topics.Topics;
import io.peerwatch.streams.run.FleetSettings;
import io.peerwatch.streams.state.StateStores;
import io.peerwatch.streams.window.TickSettings;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * Runs the topology over recorded samples and writes what it found. The same files give the same
 * bytes; the end of the files is the last tick.
 */
public final class Backtest {
  private static final String PREFIX = "backtest.";
  private static final int PARTITIONS = 1;
  private static final int DRAIN_EVERY_SAMPLES = 256;

  private final BacktestSettings settings;
  private final Consumer<BadLine> onBadLine;
  private final EpisodeFold episodes = new EpisodeFold();
  private final LedgerFold ledger = new LedgerFold();
  private final Tally tally = new Tally();
  private final Optional<LabelScoring> scoring;
  private final FeedbackInTime said;
  private long samples;

  public Backtest(BacktestSettings settings, Consumer<BadLine> onBadLine) {
    this.settings = settings;
    this.onBadLine = onBadLine;
    this.said = new FeedbackInTime(settings.feedback());
    this.scoring = settings.score().map(LabelScoring::new);
  }

  /**
   * @throws IOException when a file cannot be read or written, with a message of one line
   */
  public BacktestSummary run(Progress progress) throws IOException {
    Path folder = Files.createTempDirectory("peerwatch-backtest");
    try (var driver = new BacktestDriver(fleet(), folder);
        Writer verdicts = open(settings.verdicts());
        Writer capacity = open(settings.capacity())) {
      driver.read(Topics.BUDGET_LEDGER, ledger::add);
      driver.read(
          Topics.HOST_ALERTS,
          change -> {
            episodes.add(change);
            scoring.ifPresent(score -> score.hear(change));
          });
      driver.read(Topics.REJECTED_RECORDS, tally::count);
      driver.read(
          Topics.GROUP_VERDICTS,
          verdict -> {
            tally.count(verdict);
            scoring.ifPresent(score -> score.hear(verdict));
            write(verdicts, verdict);
          });
      readOrIgnore(driver, Topics.GROUP_CAPACITY, capacity);
      scoring.ifPresent(score -> driver.read(Topics.HOST_READINGS, score::hear));
      settings.policies().forEach(driver::send);
      settings.inventory().forEach(driver::send);
      var recorded = new RecordedSamples(settings.files(), settings.badLinesMax(), onBadLine);
      recorded.forEach(sample -> feed(driver, sample, progress));
      driver.end();
      said.rest().forEach(driver::send);
      driver.drain();
      writeAll(settings.alerts(), episodes.episodes());
      if (settings.ledger().isPresent()) {
        writeAll(settings.ledger().get(), ledger.weeks());
      }
      List<HostAlert> found = episodes.episodes();
      return tally.summary(
          samples, recorded.badLines(), found, scoring.map(score -> score.score(found)));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      StateFolder.delete(folder);
    }
  }

  private FleetSettings fleet() {
    FleetSettings fleet =
        FleetSettings.of(
            PREFIX,
            settings.window(),
            settings.falseAlarmsPerWeek(),
            PARTITIONS,
            StateStores.IN_MEMORY);
    Duration window = Duration.ofMillis(settings.window().windowMillis());
    Duration period = window.compareTo(TickSettings.PERIOD) < 0 ? window : TickSettings.PERIOD;
    return fleet.withWorkMetric(settings.workMetric()).withTicking(TickSettings.every(period));
  }

  private void feed(BacktestDriver driver, HostSample sample, Progress progress) {
    said.until(sample.getTimestamp()).forEach(driver::send);
    driver.send(sample);
    samples++;
    if (samples % DRAIN_EVERY_SAMPLES == 0) {
      driver.drain();
      progress.report("samples", samples, -1);
    }
  }

  private static void writeAll(Path file, List<? extends SpecificRecord> values)
      throws IOException {
    try (Writer writer = Files.newBufferedWriter(file)) {
      values.forEach(value -> write(writer, value));
    }
  }

  private static <V extends SpecificRecord> void readOrIgnore(
      BacktestDriver driver, TopicSpec<V> topic, Writer writer) {
    if (writer == null) {
      driver.ignore(topic);
    } else {
      driver.read(topic, value -> write(writer, value));
    }
  }

  /** Null where nothing is to be written, which try-with-resources passes over. */
  private static BufferedWriter open(Optional<Path> file) throws IOException {
    return file.isPresent() ? Files.newBufferedWriter(file.get()) : null;
  }

  private static void write(Writer writer, SpecificRecord value) {
    if (writer == null) {
      return;
    }
    try {
      writer.write(JsonLines.of(value));
      writer.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
