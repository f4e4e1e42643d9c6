package io.peerwatch.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.peerwatch.cli.option.UsageException;
import io.peerwatch.cli.run.CommandFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that figures go to: one that cannot be written is told before minutes of measuring. */
final class FigureFiles {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FigureFiles() {}

  /**
   * @param file null when nothing is to be written
   */
  static void requireWritable(Path file) {
    if (file == null) {
      return;
    }
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder)) {
      throw new UsageException(
          "cannot write " + file + ": it must be a file in a folder that is there");
    }
  }

  /**
   * @param file null when nothing is to be written
   */
  static void write(Path file, JsonNode figures) {
    if (file == null) {
      return;
    }
    try {
      JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), figures);
    } catch (IOException e) {
      throw new CommandFailedException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }
}
