package io.peerwatch.cli.operate;

import io.peerwatch.cli.run.CommandFailedException;
import io.peerwatch.cli.terminal.Terminal;
import io.peerwatch.producers.operate.Operated;
import io.peerwatch.schemas.csv.BadLine;
import io.peerwatch.schemas.json.JsonRecords;
import io.peerwatch.schemas.json.MalformedJsonException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * A file of values, one a line: JSON by Avro's field names, or whatever its first line announces.
 */
public final class ImportFile<V extends SpecificRecord> {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Path file;
  private final Operated<V> operated;
  private final boolean keysOnce;
  private final List<V> good = new ArrayList<>();
  private final List<BadLine> bad = new ArrayList<>();
  private final Map<String, Integer> lineOfKey = new HashMap<>();

  private ImportFile(Path file, Operated<V> operated, boolean keysOnce) {
    this.file = file;
    this.operated = operated;
    this.keysOnce = keysOnce;
  }

  /** Of a topic that keeps the last value of each key: a key may be there once. */
  public static <V extends SpecificRecord> ImportFile<V> ofKeys(
      Path file, Operated<V> operated, Function<String, Optional<Function<String, V>>> header)
      throws IOException {
    return new ImportFile<>(file, operated, true).read(header);
  }

  /** Of a topic that keeps everything that was said. */
  public static <V extends SpecificRecord> ImportFile<V> ofAll(Path file, Operated<V> operated)
      throws IOException {
    return new ImportFile<>(file, operated, false).read(line -> Optional.empty());
  }

  /**
   * The values, in the order of the file.
   *
   * @param skipBad whether lines that are wrong are left out; each is told in one line either way
   * @throws CommandFailedException if there are such lines and they are not to be left out
   */
  public List<V> values(boolean skipBad, Terminal terminal) {
    bad.forEach(line -> terminal.note(line.toString()));
    if (!bad.isEmpty() && !skipBad) {
      throw new CommandFailedException(
          "%d of %d lines cannot be used, nothing was written: mend them, or leave them out with --skip-bad"
              .formatted(bad.size(), bad.size() + good.size()));
    }
    return List.copyOf(good);
  }

  /**
   * The values, in the order of the file, all of which have to be right; lines that are not are
   * told.
   *
   * @throws CommandFailedException if there are such lines
   */
  public List<V> allValues(Terminal terminal) {
    bad.forEach(line -> terminal.note(line.toString()));
    if (!bad.isEmpty()) {
      throw new CommandFailedException(
          "%d of %d lines of %s cannot be used: mend them"
              .formatted(bad.size(), bad.size() + good.size(), file));
    }
    return List.copyOf(good);
  }

  private ImportFile<V> read(Function<String, Optional<Function<String, V>>> header)
      throws IOException {
    var lines = lines();
    Function<String, V> parser = this::json;
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      if (line.isBlank()) {
        continue;
      }
      try {
        var announced = i == 0 ? header.apply(line) : Optional.<Function<String, V>>empty();
        if (announced.isPresent()) {
          parser = announced.get();
        } else {
          take(parser.apply(line), i + 1);
        }
      } catch (IllegalArgumentException e) {
        bad.add(new BadLine(file, i + 1, e.getMessage()));
        if (i == 0 && !line.startsWith("{")) {
          return this; // without its header the rest means nothing
        }
      }
    }
    return this;
  }

  private List<String> lines() throws IOException {
    try {
      var lines = new ArrayList<>(Files.readAllLines(file));
      if (!lines.isEmpty() && lines.get(0).indexOf(BYTE_ORDER_MARK) == 0) {
        lines.set(0, lines.get(0).substring(1));
      }
      return lines;
    } catch (CharacterCodingException e) {
      throw new CommandFailedException(file + " is not text in UTF-8", e);
    }
  }

  private V json(String line) {
    try {
      return JsonRecords.parse(line, operated.spec().valueType());
    } catch (MalformedJsonException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private void take(V value, int line) {
    operated
        .problem()
        .apply(value)
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException(problem);
            });
    var key = operated.key().apply(value);
    var before = keysOnce ? lineOfKey.putIfAbsent(key, line) : null;
    if (before != null) {
      throw new IllegalArgumentException("%s is on line %d already".formatted(key, before));
    }
    good.add(value);
  }
}
