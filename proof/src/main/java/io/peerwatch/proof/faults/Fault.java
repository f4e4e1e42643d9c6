package io.peerwatch.proof.faults;

import io.peerwatch.proof.faults.lab.Laboratory;

/**
 * Something that goes wrong on purpose.
 *
 * @param name by which it is asked for
 * @param done what is done
 * @param criterion what has to hold for it to be withstood
 */
public record Fault(String name, String done, String criterion, Experiment experiment) {

  /** Does it and looks at what came of it. */
  public interface Experiment {
    Outcome run(Laboratory laboratory) throws Exception;
  }
}
