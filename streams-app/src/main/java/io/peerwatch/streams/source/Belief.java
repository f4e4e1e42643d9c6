package io.peerwatch.streams.source;

import io.peerwatch.detection.window.Heard;

/**
 * What a record of the samples' log says. The same record says the same whenever it is asked, so
 * that the log may be read again.
 */
public interface Belief {
  /** Throws where it is not believed, with the reason. */
  Heard of(SourceRecord source) throws DisbelievedException;
}
