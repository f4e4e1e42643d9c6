package io.peerwatch.proof.bench.pipeline;

import io.peerwatch.proof.bench.pipeline.contestant.Contestant;
import io.peerwatch.proof.bench.pipeline.fleet.BenchFleet;
import io.peerwatch.proof.bench.pipeline.fleet.FleetSamples;
import io.peerwatch.proof.bench.pipeline.fleet.FleetShape;
import io.peerwatch.proof.bench.pipeline.fleet.SendingTimes;
import io.peerwatch.proof.bench.pipeline.measure.BenchBroker;
import io.peerwatch.schemas.progress.Progress;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The comparison, step by step. */
public final class PipelineBench {
  static final long SEED = 1;
  private static final int WINDOWS_MIN = 3;

  /** Of the windows, where one host begins to be apart. */
  private static final double APART_FROM_SHARE = 0.85;

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
      Ground all = ground(broker, "bench.", settings.shape(), settings.samples());
      List<ContestantFigures> contestants = rounds(broker, seats, all);
      Optional<LiveFigures> live = Optional.empty();
      if (settings.compares(Contestant.PEERWATCH) && !settings.duration().isZero()) {
        seats.leaveOnly(Contestant.PEERWATCH);
        live = Optional.of(new LiveCadence(broker, seats, settings, progress).measure());
      }
      double sampleBytes = (double) all.sampleBytes() / all.count();
      return new PipelineFigures(settings, sampleBytes, contestants, live);
    }
  }

  private List<ContestantFigures> rounds(BenchBroker broker, Seats seats, Ground all)
      throws InterruptedException {
    Ground few = settings.compares(Contestant.TEXTBOOK) ? textbookGround(broker, all) : all;
    Throughput throughput = new Throughput(broker, seats, settings);
    Map<Contestant, List<RoundFigures>> rounds = new EnumMap<>(Contestant.class);
    settings.only().forEach(contestant -> rounds.put(contestant, new ArrayList<>()));
    int done = 0;
    for (int round = 0; round <= settings.rounds(); round++) {
      for (Contestant contestant : rounds.keySet()) {
        progress.report("measuring", done++, (long) rounds.size() * (settings.rounds() + 1));
        boolean profiled = round == 1 && contestant == Contestant.PEERWATCH;
        if (profiled && settings.profile().isPresent()) {
          seats.of(contestant).profile();
        }
        RoundFigures figures =
            throughput.run(contestant, contestant == Contestant.TEXTBOOK ? few : all);
        if (round > 0) {
          rounds.get(contestant).add(figures);
        }
      }
    }
    progress.report("measuring", done, done);
    settings.profile().ifPresent(file -> seats.of(Contestant.PEERWATCH).endProfile(file));
    int metrics = settings.shape().metrics();
    return rounds.entrySet().stream()
        .map(entry -> new ContestantFigures(entry.getKey(), metrics, entry.getValue()))
        .toList();
  }

  private Ground textbookGround(BenchBroker broker, Ground all) {
    Ground few =
        all.count() <= settings.textbookSamples()
            ? all
            : ground(broker, "textbook.", settings.shape(), settings.textbookSamples());
    few.add(broker, few.connection().prefix() + "outliers");
    return few;
  }

  private Ground ground(BenchBroker broker, String prefix, FleetShape shape, long samples) {
    long perWindow = (long) shape.hosts() * FleetSamples.SAMPLES_PER_WINDOW;
    int windows = (int) Math.max(WINDOWS_MIN, (samples + perWindow - 1) / perWindow);
    long apartFrom =
        FleetSamples.START_MILLIS + (int) (APART_FROM_SHARE * windows) * FleetSamples.WINDOW_MILLIS;
    var fleet = new BenchFleet(SEED, shape, settings.partitions(), apartFrom);
    var samplesLaid =
        new FleetSamples(
            fleet,
            new SendingTimes(SEED, shape.hosts()),
            FleetSamples.START_MILLIS,
            windows,
            FleetSamples.SAMPLES_PER_WINDOW);
    String what = "publishing %,d samples".formatted(samplesLaid.count()).replace(',', ' ');
    return Ground.lay(broker, prefix, settings.partitions(), samplesLaid, what, progress);
  }
}
