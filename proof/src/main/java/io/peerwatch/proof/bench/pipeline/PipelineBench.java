package io.peerwatch.proof.bench.pipeline;

import io.peerwatch.proof.bench.pipeline.contestant.Contestant;
import io.peerwatch.proof.bench.pipeline.measure.BenchBroker;
import io.peerwatch.schemas.progress.Progress;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The comparison, step by step. */
public final class PipelineBench {
  private final PipelineSettings settings;
  private final Progress progress;

  public PipelineBench(PipelineSettings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * Runs all of it, on a broker of its own.
   *
   * @throws io.peerwatch.proof.bench.pipeline.seat.BenchException when somebody fails
   */
  public PipelineFigures run() throws InterruptedException {
    progress.report("starting a broker", 0, 1);
    try (BenchBroker broker = BenchBroker.start();
        Seats seats = new Seats(broker, settings)) {
      Grounds grounds = new Grounds(broker, settings.partitions(), progress);
      Ground all = grounds.lay("bench.", settings.shape(), settings.samples());
      List<ContestantFigures> contestants =
          new Rounds(broker, seats, settings, progress)
              .measure(sharedOut(broker, grounds, all), "measuring");
      Optional<LiveFigures> live = Optional.empty();
      if (settings.only().contains(Contestant.PEERWATCH) && !settings.duration().isZero()) {
        seats.leaveOnly(Contestant.PEERWATCH);
        live = Optional.of(new LiveCadence(broker, seats, settings, progress).measure());
      }
      double sampleBytes = (double) all.sampleBytes() / all.count();
      return new PipelineFigures(settings, sampleBytes, contestants, live);
    }
  }

  /** Everybody reads the same; the textbook only the first part of it, where that is less. */
  private Map<Contestant, Ground> sharedOut(BenchBroker broker, Grounds grounds, Ground all) {
    Map<Contestant, Ground> shared = new EnumMap<>(Contestant.class);
    settings.only().forEach(contestant -> shared.put(contestant, all));
    if (settings.only().contains(Contestant.TEXTBOOK)) {
      Ground few =
          all.count() <= settings.textbookSamples()
              ? all
              : grounds.lay("textbook.", settings.shape(), settings.textbookSamples());
      few.addOutliers(broker);
      shared.put(Contestant.TEXTBOOK, few);
    }
    return shared;
  }
}
