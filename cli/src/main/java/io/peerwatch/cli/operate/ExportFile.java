package io.peerwatch.cli.operate;

import io.peerwatch.cli.run.Session;
import io.peerwatch.schemas.json.JsonLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Where an export goes: a file, or standard output. */
public final class ExportFile {
  private final Session session;
  private final Path file;

  /**
   * An export.
   *
   * @param file null: standard output
   */
  public ExportFile(Session session, Path file) {
    this.session = session;
    this.file = file;
  }

  /** One JSON object a line, fields by their Avro names. */
  public void json(Collection<? extends SpecificRecord> values) throws IOException {
    lines(values.stream().map(JsonLines::of).toList(), values.size());
  }

  /**
   * Replaces what the file held.
   *
   * @param count how many values the lines hold
   */
  public void lines(List<String> lines, int count) throws IOException {
    if (file == null) {
      lines.forEach(session.terminal()::line);
    } else {
      Files.write(file, lines);
      session.terminal().note("%d written to %s".formatted(count, file));
    }
  }
}
