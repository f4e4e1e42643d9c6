package io.peerwatch.proof.faults.load;

import io.peerwatch.producers.publish.Speed;
import io.peerwatch.producers.publish.StoppableClock;
import io.peerwatch.producers.simulate.SimulationRun;
import io.peerwatch.producers.simulate.SimulationSettings;
import io.peerwatch.producers.simulate.yaml.Scenarios;
import io.peerwatch.proof.faults.lab.Instances;
import io.peerwatch.proof.faults.lab.Laboratory;
import io.peerwatch.proof.faults.lab.StreamInstance;
import io.peerwatch.proof.faults.lab.VerdictWatch;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.csv.RecordedSamples;
import io.peerwatch.schemas.progress.Progress;
import io.peerwatch.schemas.settings.ConnectionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A simulated fleet with many faults, and what one instance that nothing befalls makes of it.
 *
 * @param groups their names
 * @param samples how many there are
 * @param until event time up to which outputs can be compared: later windows wait for ticks
 */
public record FleetLoad(
    Path recorded, List<String> groups, long samples, Instant until, Outputs undisturbed) {
  private static final int HOURS = 4;
  private static final Duration CATCH_UP_MAX = Duration.ofMinutes(5);
  private static final Duration TAIL = Duration.ofMinutes(1);

  /** Simulates it, and has it judged with nothing in the way. */
  public static FleetLoad make(Laboratory laboratory, int groups) throws Exception {
    laboratory.progress().report("the same fleet, undisturbed", 0, -1);
    Path folder = Files.createDirectories(laboratory.folder("load"));
    Path scenario = folder.resolve("scenario.yaml");
    Files.writeString(scenario, Scenario.of(groups, HOURS, laboratory.seed()));
    Path recorded = folder.resolve("samples.csv");
    var settings = SimulationSettings.of(Scenarios.load(scenario));
    var written = SimulationRun.write(settings, recorded, Progress.NONE, new StoppableClock());
    Instant until = Instant.ofEpochMilli(written.endMillis()).minus(TAIL);
    List<String> names = IntStream.range(0, groups).mapToObj(Scenario::name).toList();
    ConnectionSettings connection = laboratory.newConnection("undisturbed");
    var bare = new FleetLoad(recorded, names, written.samples(), until, null);
    try (var instances =
            Instances.start(laboratory, connection, StreamInstance.Windows.USUAL, 1, false);
        VerdictWatch verdicts = VerdictWatch.start(connection)) {
      bare.publishing(Speed.MAX, samples -> samples).to(connection);
      if (!verdicts.awaitEnds(names, until, CATCH_UP_MAX)) {
        throw new IllegalStateException(
            "the undisturbed run did not come to its end; " + instances.get(0).lastLine());
      }
    }
    Outputs outputs = Outputs.of(connection, until);
    return new FleetLoad(recorded, names, written.samples(), until, outputs);
  }

  /** Speed at which it lasts so long. */
  public Speed lasting(Duration duration) {
    return new Speed((double) Duration.ofHours(HOURS).toMillis() / duration.toMillis());
  }

  /**
   * @param change what becomes of the samples on their way, all of one instant at a time
   */
  public Publishing publishing(Speed speed, UnaryOperator<List<HostSample>> change) {
    return new Publishing(this, speed, change);
  }

  void forEach(Consumer<HostSample> sink) throws IOException {
    new RecordedSamples(List.of(recorded), 0, bad -> {}).forEach(sink);
  }
}
