package io.peerwatch.cli.report;

import io.peerwatch.cli.run.CommandFailedException;
import io.peerwatch.schemas.json.JsonRecords;
import io.peerwatch.schemas.json.MalformedJsonException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/** Records as backtest writes them, one JSON object a line, read one at a time. */
final class RecordFile {
  private RecordFile() {}

  static <V extends SpecificRecord> void read(Path file, Class<V> type, Consumer<V> each)
      throws IOException {
    if (Files.isDirectory(file)) {
      throw new CommandFailedException(file + " is a folder, not a file");
    }
    int number = 0;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          each.accept(JsonRecords.parse(line, type));
        }
      }
    } catch (MalformedJsonException e) {
      throw new CommandFailedException(file + ":" + number + ": " + e.getMessage(), e);
    } catch (CharacterCodingException e) {
      throw new CommandFailedException(file + " is not text in UTF-8", e);
    }
  }
}
