package io.peerwatch.streams.backtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The temporary folder that Kafka Streams wants even where nothing is kept. */
final class StateFolder {
  private StateFolder() {}

  static void delete(Path folder) throws IOException {
    List<Path> children;
    try (Stream<Path> walk = Files.walk(folder)) {
      children = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path child : children) {
      Files.deleteIfExists(child);
    }
  }
}
