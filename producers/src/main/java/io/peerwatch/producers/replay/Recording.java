package io.peerwatch.producers.replay;

import io.peerwatch.schemas.csv.RecordedSamples;
import java.io.IOException;

/**
 * What the files hold, told by reading them once beforehand: unusable files are found before
 * anything is published.
 *
 * @param samples how many samples, above 0
 * @param firstMillis time of the first one in the order of the files, in epoch milliseconds
 * @param oldestMillis earliest time of all, in epoch milliseconds
 */
record Recording(long samples, long firstMillis, long oldestMillis) {

  static Recording scan(ReplaySettings settings) throws IOException {
    var scan = new Scan();
    new RecordedSamples(settings.files(), settings.badLinesMax(), bad -> {})
        .forEach(sample -> scan.add(sample.getTimestamp().toEpochMilli()));
    if (scan.samples == 0) {
      throw new ReplayException("there is no sample in " + settings.files());
    }
    return new Recording(scan.samples, scan.firstMillis, scan.oldestMillis);
  }

  private static final class Scan {
    private long samples;
    private long firstMillis;
    private long oldestMillis = Long.MAX_VALUE;

    private void add(long millis) {
      if (samples++ == 0) {
        firstMillis = millis;
      }
      oldestMillis = Math.min(oldestMillis, millis);
    }
  }
}
