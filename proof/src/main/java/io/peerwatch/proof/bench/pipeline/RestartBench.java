package io.peerwatch.proof.bench.pipeline;

import io.peerwatch.proof.bench.pipeline.contestant.Contestant;
import io.peerwatch.proof.bench.pipeline.contestant.RunOrder;
import io.peerwatch.proof.bench.pipeline.fleet.BenchFleet;
import io.peerwatch.proof.bench.pipeline.fleet.FleetSamples;
import io.peerwatch.proof.bench.pipeline.fleet.FleetShape;
import io.peerwatch.proof.bench.pipeline.fleet.SendingTimes;
import io.peerwatch.proof.bench.pipeline.measure.BenchBroker;
import io.peerwatch.proof.bench.pipeline.measure.Leftovers;
import io.peerwatch.proof.bench.pipeline.measure.StateBytes;
import io.peerwatch.proof.bench.pipeline.seat.BenchException;
import io.peerwatch.proof.bench.pipeline.seat.Seat;
import io.peerwatch.schemas.progress.Progress;
import java.time.Duration;
import java.util.List;

/**
 * How long a lone instance is away: it learns a fleet, is stopped or killed, and starts anew in a
 * cold process, while the samples of the fleet's next window wait.
 */
public final class RestartBench {
  public static final int HOSTS = 100_000;
  public static final int GROUP_SIZE = 100;
  public static final int METRICS = 20;

  private static final String PREFIX = "restart.";

  /** Enough for every kind of state to have something of every host. */
  private static final int WINDOWS_BEFORE = 3;

  private static final Duration RUNNING_MAX = Duration.ofMinutes(5);

  private final PipelineSettings settings;
  private final Progress progress;

  /**
   * @param settings {@link PipelineSettings#ofRestart}
   */
  public RestartBench(PipelineSettings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * Runs all of it, on a broker of its own: a restart after a stop, and one after a kill.
   *
   * @throws BenchException when it does not come back, or a verdict lacks a host
   */
  public List<RestartFigures> run() throws InterruptedException {
    progress.report("starting a broker", 0, 1);
    try (BenchBroker broker = BenchBroker.start();
        Seats seats = new Seats(broker, settings)) {
      Fleet fleet = new Fleet(broker);
      fleet.live(fleet.lay(WINDOWS_BEFORE), seats.of(Contestant.PEERWATCH));
      seats.of(Contestant.PEERWATCH).stop();
      RestartFigures stopped = fleet.restart(seats, false);
      RestartFigures killed = fleet.restart(seats, true);
      return List.of(stopped, killed);
    }
  }

  /** One fleet, whose time goes on from life to life. */
  private final class Fleet {
    private final BenchBroker broker;
    private final BenchFleet fleet;
    private final SendingTimes times;
    private final RunOrder order;
    private long from = FleetSamples.START_MILLIS;

    Fleet(BenchBroker broker) {
      this.broker = broker;
      FleetShape shape = settings.shape();
      fleet = new BenchFleet(Grounds.SEED, shape, settings.partitions(), Long.MAX_VALUE);
      times = new SendingTimes(Grounds.SEED, shape.hosts());
      order =
          new RunOrder(
              Contestant.PEERWATCH,
              broker.connection(PREFIX),
              0,
              shape.metrics(),
              broker.folder("state-restart"),
              settings.threads());
      Ground.make(order.connection(), settings.partitions());
    }

    Ground lay(int windows) {
      var samples = new FleetSamples(fleet, times, from, windows, FleetSamples.SAMPLES_PER_WINDOW);
      from = samples.end();
      return Ground.publish(broker, order.connection(), samples, "publishing samples", progress);
    }

    void live(Ground ground, Seat seat) throws InterruptedException {
      progress.report("learning the fleet", 0, 1);
      try (RunEnd end = RunEnd.of(order, ground, broker.admin())) {
        seat.start(order);
        end.await(seat);
      }
      progress.report("learning the fleet", 1, 1);
    }

    /** Ends the process, whatever it was doing, and starts another. */
    RestartFigures restart(Seats seats, boolean killed) throws InterruptedException {
      seats.close();
      Ground ground = lay(1);
      String what = killed ? "restarting after a kill" : "restarting after a stop";
      progress.report(what, 0, 1);
      var leftovers = new Leftovers(broker.admin(), order.applicationId());
      long stateBytes =
          StateBytes.sum(StateBytes.of(order.connection().kafkaClient(), leftovers.changelogs()));
      long changelogBytes = leftovers.changelogBytes();
      try (RunEnd end = RunEnd.of(order, ground, broker.admin())) {
        long startMillis = System.currentTimeMillis();
        Seat seat = seats.of(Contestant.PEERWATCH);
        seat.start(order);
        seat.awaitRunning(RUNNING_MAX);
        long runningAtMillis = System.currentTimeMillis();
        end.await(seat);
        end.requireWholeVerdicts();
        progress.report(what, 1, 1);
        return new RestartFigures(
            settings.shape(),
            killed,
            runningAtMillis - startMillis,
            end.atMillis() - startMillis,
            stateBytes,
            changelogBytes);
      }
    }
  }
}
