package io.peerwatch.producers.agent.extra;

import io.peerwatch.producers.agent.notes.Notes;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All metrics that the agent does not read itself, bounded in number. */
public final class ExtraMetrics implements AutoCloseable {
  private final List<ExtraSource> sources = new ArrayList<>();
  private final int metricsMax;
  private final Notes notes;

  /** Starts running the commands. */
  public ExtraMetrics(ExtraSettings settings, Notes notes) {
    this.metricsMax = settings.metricsMax();
    this.notes = notes;
    settings
        .files()
        .forEach(
            file ->
                sources.add(
                    new MetricsFile(file, settings.fileAgeMax(), InstantSource.system(), notes)));
    settings
        .commands()
        .forEach(
            command ->
                sources.add(
                    new MetricsCommand(
                        command, settings.commandEvery(), settings.commandTimeout(), notes)));
  }

  /** Adds them to what the agent read; a name that is there already stays as it is. */
  public void addTo(Map<String, Double> metrics) {
    var extra = new TreeMap<String, Double>();
    for (ExtraSource source : sources) {
      source.read().forEach((metric, value) -> add(metric, value, metrics, extra));
    }
    if (extra.size() > metricsMax) {
      notes.once(
          "extra metrics",
          "%,d extra metrics are too many: the first %,d by name are sent"
              .formatted(extra.size(), metricsMax));
    }
    extra.entrySet().stream()
        .limit(metricsMax)
        .forEach(entry -> metrics.put(entry.getKey(), entry.getValue()));
  }

  /** Waits until every command has ended once, or used up its time. */
  public void awaitFirst() throws InterruptedException {
    for (ExtraSource source : sources) {
      source.awaitFirst();
    }
  }

  /** Lines of files and outputs that could not be used so far. */
  public long badLines() {
    return sources.stream().mapToLong(ExtraSource::badLines).sum();
  }

  /** Kills the commands that run. */
  @Override
  public void close() {
    sources.forEach(ExtraSource::close);
  }

  private void add(
      String metric, Double value, Map<String, Double> own, Map<String, Double> extra) {
    if (own.containsKey(metric)) {
      notes.once("own " + metric, "extra metric %s left out: the agent reads it".formatted(metric));
    } else if (extra.putIfAbsent(metric, value) != null) {
      notes.once(
          "twice " + metric, "extra metric %s comes twice: the first counts".formatted(metric));
    }
  }
}
