package io.peerwatch.proof.bench.pipeline;

import io.peerwatch.proof.bench.pipeline.contestant.Contestant;
import io.peerwatch.proof.bench.pipeline.measure.BenchBroker;
import io.peerwatch.schemas.progress.Progress;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Contestants in turn, again and again, so that whatever else the machine does falls on all of
 * them; the first round warms up.
 */
final class Rounds {
  private final Seats seats;
  private final PipelineSettings settings;
  private final Progress progress;
  private final Throughput throughput;

  Rounds(BenchBroker broker, Seats seats, PipelineSettings settings, Progress progress) {
    this.seats = seats;
    this.settings = settings;
    this.progress = progress;
    this.throughput = new Throughput(broker, seats, settings);
  }

  /**
   * @param grounds who reads what
   */
  List<ContestantFigures> measure(Map<Contestant, Ground> grounds, String what)
      throws InterruptedException {
    Map<Contestant, List<RoundFigures>> measured = new EnumMap<>(Contestant.class);
    grounds.keySet().forEach(contestant -> measured.put(contestant, new ArrayList<>()));
    int rounds = settings.warmUps() + settings.rounds();
    int total = rounds * grounds.size();
    int done = 0;
    for (int round = 0; round < rounds; round++) {
      if (round == settings.warmUps() && settings.profile().isPresent()) {
        seats.of(Contestant.PEERWATCH).profile();
      }
      for (Map.Entry<Contestant, List<RoundFigures>> contestant : measured.entrySet()) {
        progress.report(what, done++, total);
        RoundFigures figures =
            throughput.run(contestant.getKey(), grounds.get(contestant.getKey()));
        if (round >= settings.warmUps()) {
          contestant.getValue().add(figures);
        }
      }
    }
    progress.report(what, total, total);
    settings.profile().ifPresent(file -> seats.of(Contestant.PEERWATCH).endProfile(file));
    return measured.entrySet().stream()
        .map(entry -> figures(entry.getKey(), grounds.get(entry.getKey()), entry.getValue()))
        .toList();
  }

  private static ContestantFigures figures(
      Contestant contestant, Ground ground, List<RoundFigures> rounds) {
    return new ContestantFigures(contestant, ground.samples().fleet().shape().metrics(), rounds);
  }
}
