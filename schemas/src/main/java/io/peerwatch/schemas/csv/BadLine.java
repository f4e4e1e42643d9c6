package io.peerwatch.schemas.csv;

import java.nio.file.Path;

/**
 * A line of a file that was skipped.
 *
 * @param line number of the line in its file, the header being 1
 * @param reason what is wrong with it, without file and line
 */
public record BadLine(Path file, long line, String reason) {
  /** {@code file:line: reason}, as editors and compilers write it. */
  @Override
  public String toString() {
    return file + ":" + line + ": " + reason;
  }
}
