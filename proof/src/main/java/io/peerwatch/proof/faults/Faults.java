package io.peerwatch.proof.faults;

import io.peerwatch.proof.faults.lab.Laboratory;
import io.peerwatch.schemas.progress.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Does faults one after the other on one cluster. */
public final class Faults {
  private Faults() {}

  /**
   * @param seed of everything that is drawn at random
   * @param each told of each when it is over
   */
  public static List<FaultResult> run(
      List<Fault> faults, long seed, Progress progress, Consumer<FaultResult> each)
      throws IOException, InterruptedException {
    List<FaultResult> results = new ArrayList<>();
    try (Laboratory laboratory = Laboratory.start(seed, progress)) {
      for (Fault fault : faults) {
        FaultResult result = run(fault, laboratory);
        results.add(result);
        each.accept(result);
      }
    }
    return results;
  }

  /** Does one; an experiment that fails itself is a fault that was not withstood. */
  public static FaultResult run(Fault fault, Laboratory laboratory) throws InterruptedException {
    laboratory.progress().report(fault.name(), 0, -1);
    long from = System.nanoTime();
    Outcome outcome;
    try {
      outcome = fault.experiment().run(laboratory);
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      outcome = new Outcome().require(false, "the experiment failed: " + e);
    }
    double seconds = (System.nanoTime() - from) / 1e9;
    return new FaultResult(fault, seconds, outcome.broken(), outcome.figures());
  }
}
