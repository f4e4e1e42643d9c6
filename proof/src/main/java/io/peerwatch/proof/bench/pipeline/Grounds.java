package io.peerwatch.proof.bench.pipeline;

import io.peerwatch.proof.bench.pipeline.fleet.BenchFleet;
import io.peerwatch.proof.bench.pipeline.fleet.FleetSamples;
import io.peerwatch.proof.bench.pipeline.fleet.FleetShape;
import io.peerwatch.proof.bench.pipeline.fleet.SendingTimes;
import io.peerwatch.proof.bench.pipeline.measure.BenchBroker;
import io.peerwatch.schemas.progress.Progress;

/** Lays samples of fleets on topics, whole windows of them. */
final class Grounds {
  static final long SEED = 1;

  private static final int WINDOWS_MIN = 3;

  /** Of the windows, where one host begins to be apart. */
  private static final double APART_FROM_SHARE = 0.85;

  private final BenchBroker broker;
  private final int partitions;
  private final Progress progress;

  Grounds(BenchBroker broker, int partitions, Progress progress) {
    this.broker = broker;
    this.partitions = partitions;
    this.progress = progress;
  }

  /**
   * @param samples at least so many
   */
  Ground lay(String prefix, FleetShape shape, long samples) {
    long perWindow = (long) shape.hosts() * FleetSamples.SAMPLES_PER_WINDOW;
    int windows = (int) Math.max(WINDOWS_MIN, (samples + perWindow - 1) / perWindow);
    long apartFrom =
        FleetSamples.START_MILLIS + (int) (APART_FROM_SHARE * windows) * FleetSamples.WINDOW_MILLIS;
    var laid =
        new FleetSamples(
            new BenchFleet(SEED, shape, partitions, apartFrom),
            new SendingTimes(SEED, shape.hosts()),
            FleetSamples.START_MILLIS,
            windows,
            FleetSamples.SAMPLES_PER_WINDOW);
    String what = "publishing %,d samples".formatted(laid.count()).replace(',', ' ');
    return Ground.lay(broker, prefix, partitions, laid, what, progress);
  }
}
