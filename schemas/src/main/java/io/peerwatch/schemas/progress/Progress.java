package io.peerwatch.schemas.progress;

/** Hears how far long work has come. Whoever draws it decides how often to draw. */
@FunctionalInterface
public interface Progress {

  /** Hears and says nothing. */
  Progress NONE = (what, done, total) -> {};

  /**
   * Called often, from the thread that works.
   *
   * @param what what is being done, such as "reading samples"
   * @param done how much of it is done, in whatever the work counts; never less than before
   * @param total how much there is, in the same unit; -1: unknown
   */
  void report(String what, long done, long total);
}
