package io.peerwatch.producers.simulate;

import io.peerwatch.producers.publish.Speed;
import io.peerwatch.producers.simulate.scenario.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What to simulate and how.
 *
 * @param scenario a loaded scenario
 * @param seed seed in place of the scenario's
 * @param speed how fast time runs after the scenario's now; the history is always hastened through
 * @param duration how long it runs from the scenario's start, in place of the scenario's own
 * @param files what is written beside the samples
 */
public record SimulationSettings(
    Scenario scenario,
    OptionalLong seed,
    Speed speed,
    Optional<Duration> duration,
    SideFiles files) {

  /** The scenario as it says itself, in real time, with no truth written. */
  public static SimulationSettings of(Scenario scenario) {
    return new SimulationSettings(
        scenario, OptionalLong.empty(), Speed.REAL_TIME, Optional.empty(), SideFiles.NONE);
  }

  /** The same with the labels of the faults in this file. */
  public SimulationSettings withTruth(Path file) {
    var withTruth = new SideFiles(Optional.of(file), files.events(), files.capacities());
    return new SimulationSettings(scenario, seed, speed, duration, withTruth);
  }

  /** The seed that decides: the one told, else the scenario's. */
  public long seedInUse() {
    return seed.orElse(scenario.seed());
  }

  /** How long it runs from its start, if that is told. */
  OptionalLong durationMillis() {
    return duration.map(told -> OptionalLong.of(told.toMillis())).orElse(scenario.durationMillis());
  }
}
