package io.peerwatch.producers.replay;

import io.peerwatch.producers.publish.Speed;
import java.nio.file.Path;
import java.util.List;

/**
 * What to replay and how.
 *
 * @param files recorded samples, read as one in this order; at least one
 * @param speed how fast recorded time runs
 * @param badLinesMax malformed lines that are skipped, 0 or more
 */
public record ReplaySettings(List<Path> files, Speed speed, Times times, int badLinesMax) {
  public ReplaySettings {
    files = List.copyOf(files);
  }
}
