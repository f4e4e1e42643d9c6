package io.peerwatch.schemas.released;

import io.peerwatch.schemas.topics.TopicSpec;
import io.peerwatch.schemas.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;

/**
 * For whoever releases: freezes the catalogue's schemas as the next version. CONTRIBUTING says how
 * to run it.
 */
public final class Freeze {
  private Freeze() {}

  /**
   * Writes {@code <folder>/<next version>/<topic>.avsc} for every topic, and their checksums.
   *
   * @param arguments the folder of the released schemas
   */
  public static void main(String[] arguments) throws IOException {
    var version = next(Path.of(arguments[0]));
    System.out.println("frozen: version " + version);
  }

  /**
   * The version that was written.
   *
   * @throws IllegalStateException if a released file was changed, or the schemas break with a
   *     release, or nothing has changed since the last one
   */
  static int next(Path folder) throws IOException {
    var released = ReleasedSchemas.in(folder);
    requireNone(released.changed());
    requireNone(released.breaks());
    int last = released.versions().isEmpty() ? 0 : released.versions().lastKey();
    var schemas = new TreeMap<String, Schema>();
    for (TopicSpec<?> spec : Topics.all()) {
      schemas.put(spec.name(), spec.schema());
    }
    if (last > 0 && texts(released.versions().get(last)).equals(texts(schemas))) {
      throw new IllegalStateException("nothing has changed since version " + last);
    }
    write(folder.resolve(Integer.toString(last + 1)), schemas);
    return last + 1;
  }

  private static void write(Path folder, Map<String, Schema> schemas) throws IOException {
    Files.createDirectories(folder);
    for (var entry : schemas.entrySet()) {
      Files.writeString(
          folder.resolve(entry.getKey() + ".avsc"), entry.getValue().toString(true) + "\n");
    }
    Checksums.of(folder).write(folder);
  }

  /** Docs count too: schemas are equal to Avro whatever they say of themselves. */
  private static Map<String, String> texts(Map<String, Schema> schemas) {
    var texts = new TreeMap<String, String>();
    schemas.forEach((topic, schema) -> texts.put(topic, schema.toString()));
    return texts;
  }

  private static void requireNone(List<String> problems) {
    if (!problems.isEmpty()) {
      throw new IllegalStateException(String.join(System.lineSeparator(), problems));
    }
  }
}
