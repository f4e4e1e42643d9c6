package io.peerwatch.proof.bench.pipeline;

import io.peerwatch.proof.bench.pipeline.contestant.Contestant;
import io.peerwatch.proof.bench.pipeline.fleet.FleetShape;
import io.peerwatch.proof.bench.pipeline.measure.BenchBroker;
import io.peerwatch.schemas.progress.Progress;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Ours and the pass-through over fleets of many shapes: what a sample costs must not grow. */
public final class SweepBench {
  /** One axis after the other, around a common middle. */
  public static final List<FleetShape> GRID =
      List.of(
          new FleetShape(100, 100, 12),
          new FleetShape(1_000, 100, 12),
          new FleetShape(10_000, 100, 12),
          new FleetShape(100_000, 100, 12),
          new FleetShape(10_000, 10, 12),
          new FleetShape(10_000, 1_000, 12),
          new FleetShape(10_000, 10_000, 12),
          new FleetShape(1_000, 100, 1),
          new FleetShape(1_000, 100, 5),
          new FleetShape(1_000, 100, 20),
          new FleetShape(1_000, 100, 50));

  /**
   * One shape's figures.
   *
   * @param ours with the whole topology
   * @param passThrough the same samples, only decoded and counted, exactly once
   * @param sampleBytes of one sample on the broker's disk
   */
  public record Row(
      FleetShape shape, ContestantFigures ours, ContestantFigures passThrough, double sampleBytes) {

    public double ratioToPassThrough() {
      return ours.samplesPerSecond() / passThrough.samplesPerSecond();
    }

    public double stateBytesPerValue() {
      return (double) ours.stateBytes() / shape.hosts() / shape.metrics();
    }
  }

  /** Hears of each shape once it is measured. */
  public interface Listener {
    void measured(Row row);
  }

  private final PipelineSettings settings;
  private final List<FleetShape> shapes;
  private final Progress progress;

  /**
   * @param settings of each shape, but for the shape
   */
  public SweepBench(PipelineSettings settings, List<FleetShape> shapes, Progress progress) {
    this.settings = settings;
    this.shapes = List.copyOf(shapes);
    this.progress = progress;
  }

  /** Runs all of it, on a broker of its own. */
  public List<Row> run(Listener listener) throws InterruptedException {
    progress.report("starting a broker", 0, 1);
    List<Row> rows = new ArrayList<>();
    try (BenchBroker broker = BenchBroker.start()) {
      for (FleetShape shape : shapes) {
        Row row = measure(broker, shape);
        listener.measured(row);
        rows.add(row);
      }
    }
    return rows;
  }

  /** In JVMs of its own, whose heap fits the shape. */
  private Row measure(BenchBroker broker, FleetShape shape) throws InterruptedException {
    PipelineSettings each = settings.ofShape(shape);
    String prefix = "h%d-g%d-m%d.".formatted(shape.hosts(), shape.groupSize(), shape.metrics());
    Ground ground =
        new Grounds(broker, each.partitions(), progress).lay(prefix, shape, each.samples());
    Map<Contestant, Ground> both = new EnumMap<>(Contestant.class);
    both.put(Contestant.PASS_THROUGH, ground);
    both.put(Contestant.PEERWATCH, ground);
    try (Seats seats = new Seats(broker, each)) {
      String what =
          "%d hosts, groups of %d, %d metrics"
              .formatted(shape.hosts(), shape.groupSize(), shape.metrics());
      List<ContestantFigures> figures =
          new Rounds(broker, seats, each, progress).measure(both, what);
      return new Row(
          shape, figures.get(1), figures.get(0), (double) ground.sampleBytes() / ground.count());
    } finally {
      ground.remove(broker);
    }
  }
}
