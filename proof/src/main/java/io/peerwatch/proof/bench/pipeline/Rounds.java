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
 * them; each has warmed up before.
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
    Map<Contestant, List<RoundFigures>> warmUps = new EnumMap<>(Contestant.class);
    Map<Contestant, List<RoundFigures>> counted = new EnumMap<>(Contestant.class);
    profile(); // also now: to begin a recording later would undo what was compiled till then
    for (Contestant contestant : grounds.keySet()) {
      warmUps.put(contestant, warmUp(contestant, grounds.get(contestant), what));
      counted.put(contestant, new ArrayList<>());
    }
    profile();
    int total = settings.rounds() * grounds.size();
    int done = 0;
    for (int round = 0; round < settings.rounds(); round++) {
      for (Map.Entry<Contestant, List<RoundFigures>> contestant : counted.entrySet()) {
        progress.report(what, done++, total);
        Ground ground = grounds.get(contestant.getKey());
        contestant.getValue().add(throughput.run(contestant.getKey(), ground));
      }
    }
    progress.report(what, total, total);
    settings.profile().ifPresent(file -> seats.of(Contestant.PEERWATCH).endProfile(file));
    return counted.entrySet().stream()
        .map(
            entry ->
                new ContestantFigures(
                    entry.getKey(),
                    grounds.get(entry.getKey()).samples().fleet().shape().metrics(),
                    warmUps.get(entry.getKey()),
                    entry.getValue()))
        .toList();
  }

  private void profile() {
    settings.profile().ifPresent(file -> seats.of(Contestant.PEERWATCH).profile());
  }

  private List<RoundFigures> warmUp(Contestant contestant, Ground ground, String what)
      throws InterruptedException {
    WarmUp warmUp = new WarmUp(settings.warmUp());
    String warming = "%s: %s warms up".formatted(what, contestant.title());
    while (!warmUp.isOver()) {
      progress.report(warming, (long) (warmUp.seconds() * 1e3), settings.warmUp().toMillis());
      warmUp.add(throughput.run(contestant, ground));
    }
    return warmUp.rounds();
  }
}
