package io.peerwatch.proof.bench.pipeline;

import io.peerwatch.proof.bench.pipeline.contestant.Contestant;
import io.peerwatch.proof.bench.pipeline.contestant.RunOrder;
import io.peerwatch.proof.bench.pipeline.measure.BenchBroker;
import io.peerwatch.proof.bench.pipeline.measure.Leftovers;
import io.peerwatch.proof.bench.pipeline.measure.StateBytes;
import io.peerwatch.proof.bench.pipeline.seat.RunFigures;
import io.peerwatch.proof.bench.pipeline.seat.Seat;
import java.util.Map;

/** Lets one contestant read all samples of a ground, from the beginning and with no state. */
final class Throughput {
  private final BenchBroker broker;
  private final Seats seats;
  private final PipelineSettings settings;
  private int runs;

  Throughput(BenchBroker broker, Seats seats, PipelineSettings settings) {
    this.broker = broker;
    this.seats = seats;
    this.settings = settings;
  }

  RoundFigures run(Contestant contestant, Ground ground) throws InterruptedException {
    RunOrder order = order(contestant, ground);
    Leftovers leftovers = new Leftovers(broker.admin(), order.applicationId());
    Seat seat = seats.of(contestant);
    RoundFigures figures;
    try (RunEnd end = RunEnd.of(order, ground, broker.admin())) {
      seat.start(order);
      end.await(seat);
      RunFigures run = seat.figures();
      seat.stop();
      end.requireAllCounted(run.samples());
      figures = figures(contestant, ground, run, end, leftovers);
    }
    leftovers.remove(order.folder());
    return figures;
  }

  private RoundFigures figures(
      Contestant contestant, Ground ground, RunFigures run, RunEnd end, Leftovers leftovers) {
    return new RoundFigures(
        ground.count(),
        run.lateSamples(),
        (end.atMillis() - run.firstAtMillis()) / 1e3,
        run.cpuNanos(),
        run.compileMillis(),
        run.heapBytes(),
        leftovers.internalBytes(),
        contestant == Contestant.PEERWATCH
            ? StateBytes.of(ground.connection().kafkaClient(), leftovers.changelogs())
            : Map.of(),
        end.apart());
  }

  private RunOrder order(Contestant contestant, Ground ground) {
    int number = ++runs;
    return new RunOrder(
        contestant,
        ground.connection(),
        number,
        ground.samples().fleet().shape().metrics(),
        broker.folder("state-" + number),
        settings.threads());
  }
}
