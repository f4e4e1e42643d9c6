package io.peerwatch.detection.window;

/**
 * Samples that were accepted into a window and that no closed window has.
 *
 * @param pushedOut became late, for newer windows of their host pushed out theirs
 * @param forgotten went with their host: their windows lay so far ahead that the group never came
 *     there
 */
public record Displaced(long pushedOut, long forgotten) {
  static final Displaced NONE = new Displaced(0, 0);

  Displaced withPushedOut(long samples) {
    return samples == 0 ? this : new Displaced(pushedOut + samples, forgotten);
  }

  Displaced withForgotten(long samples) {
    return samples == 0 ? this : new Displaced(pushedOut, forgotten + samples);
  }
}
