package io.peerwatch.proof.evaluate.work;

/** Hears how far one piece of work has come, from the thread that does it. */
@FunctionalInterface
public interface Advance {

  /**
   * @param share of the piece that is done, 0..1; never less than before
   */
  void to(double share);
}
