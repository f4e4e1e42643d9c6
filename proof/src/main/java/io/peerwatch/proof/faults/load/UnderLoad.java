package io.peerwatch.proof.faults.load;

import io.peerwatch.producers.publish.Speed;
import io.peerwatch.proof.faults.Outcome;
import io.peerwatch.proof.faults.lab.Instances;
import io.peerwatch.proof.faults.lab.Laboratory;
import io.peerwatch.proof.faults.lab.StreamInstance;
import io.peerwatch.proof.faults.lab.VerdictWatch;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Disturbs the application while a load is published, and compares all that committed readers see
 * with the undisturbed run, record for record.
 *
 * @param groups of the load
 * @param instances that share the work
 * @param named whether they are static members
 * @param lasting how long the load takes at its pace; it must outlast the disturbance
 * @param alertsMin how many changes of episodes there have to be, so that equality says something
 */
public record UnderLoad(int groups, int instances, boolean named, Duration lasting, int alertsMin) {
  private static final Duration CATCH_UP_MAX = Duration.ofMinutes(4);
  private static final UnaryOperator<List<HostSample>> AS_IT_IS = samples -> samples;

  /** What is disturbed. */
  public record Scene(
      Laboratory laboratory,
      ConnectionSettings connection,
      Instances instances,
      VerdictWatch verdicts,
      Outcome outcome) {}

  /** What is done to it. */
  public interface Disturbance {
    void disturb(Scene scene) throws Exception;
  }

  /** Nothing but changed samples, published as fast as it goes. */
  public static Outcome changed(
      Laboratory laboratory, int groups, UnaryOperator<List<HostSample>> change) throws Exception {
    return new UnderLoad(groups, 1, false, Duration.ZERO, 1)
        .run(laboratory, laboratory.newConnection("changed"), change, scene -> {});
  }

  public Outcome run(Laboratory laboratory, Disturbance disturbance) throws Exception {
    return run(laboratory, laboratory.newConnection("load"), AS_IT_IS, disturbance);
  }

  /**
   * @param connection for all of it
   */
  public Outcome run(
      Laboratory laboratory,
      ConnectionSettings connection,
      UnaryOperator<List<HostSample>> change,
      Disturbance disturbance)
      throws Exception {
    FleetLoad load = laboratory.load(groups);
    Outcome outcome = new Outcome();
    boolean paced = !lasting.isZero();
    try (var running =
            Instances.start(
                laboratory, connection, StreamInstance.Windows.USUAL, instances, named);
        VerdictWatch verdicts = VerdictWatch.start(connection)) {
      Publishing publishing =
          load.publishing(paced ? load.lasting(lasting) : Speed.MAX, change)
              .inBackground(connection);
      disturbance.disturb(new Scene(laboratory, connection, running, verdicts, outcome));
      outcome.require(!paced || !publishing.isDone(), "the load ended before the disturbance did");
      publishing.hastenToTheEnd();
      long from = System.nanoTime();
      boolean came = verdicts.awaitEnds(load.groups(), load.until(), CATCH_UP_MAX);
      outcome.require(came, "not all windows were judged " + CATCH_UP_MAX + " after the load");
      outcome.figure("caughtUpSeconds", (System.nanoTime() - from) / 1_000_000_000);
      running.ended().forEach(line -> outcome.require(false, line));
    }
    Outputs outputs = Outputs.of(connection, load.until());
    outputs.differencesFrom(load.undisturbed()).forEach(line -> outcome.require(false, line));
    int alerts = outputs.count(Topics.HOST_ALERTS);
    outcome.require(alerts >= alertsMin, "only %d alerts to compare".formatted(alerts));
    return outcome
        .figure("samples", load.samples())
        .figure("alerts", alerts)
        .figure("verdicts", outputs.count(Topics.GROUP_VERDICTS));
  }
}
