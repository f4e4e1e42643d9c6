package io.peerwatch.schemas.released;

import io.peerwatch.schemas.topics.TopicSpec;
import io.peerwatch.schemas.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;

/**
 * The schemas that were released, by version: {@code <folder>/<version>/<topic>.avsc}, each whole
 * in itself, with the checksums of a version beside them. They never change again.
 */
public final class ReleasedSchemas {
  private static final String SCHEMA_FILE = ".avsc";

  private final Path folder;
  private final SortedMap<Integer, Map<String, Schema>> versions = new TreeMap<>();

  private ReleasedSchemas(Path folder) {
    this.folder = folder;
  }

  /** Reads all versions; none if there is no such folder. */
  public static ReleasedSchemas in(Path folder) throws IOException {
    var released = new ReleasedSchemas(folder);
    for (var version : children(folder)) {
      released.versions.put(
          Integer.valueOf(version.getFileName().toString()), released.read(version));
    }
    return released;
  }

  /** Schemas by topic, without prefix, by version; versions count from 1. */
  public SortedMap<Integer, Map<String, Schema>> versions() {
    return versions;
  }

  /** One line for each file that is not as it was released. */
  public List<String> changed() throws IOException {
    var lines = new ArrayList<String>();
    for (int version : versions.keySet()) {
      var path = folder.resolve(Integer.toString(version));
      for (var difference : Checksums.read(path).differences(Checksums.of(path))) {
        lines.add("released/%d/%s: released schemas never change".formatted(version, difference));
      }
    }
    return lines;
  }

  /** One line for each way in which the catalogue's schemas break with a released version. */
  public List<String> breaks() {
    var lines = new ArrayList<String>();
    versions.forEach((version, topics) -> lines.addAll(breaks(version, topics)));
    return lines;
  }

  private static List<String> breaks(int version, Map<String, Schema> topics) {
    var lines = new ArrayList<String>();
    topics.forEach(
        (topic, released) ->
            Topics.all().stream()
                .filter(spec -> spec.name().equals(topic))
                .map(TopicSpec::schema)
                .map(schema -> Compatibility.breaks(schema, List.of(released)))
                .findFirst()
                .orElse(List.of("the topic is not in the catalogue any more"))
                .forEach(line -> lines.add("%s, version %d: %s".formatted(topic, version, line))));
    return lines;
  }

  private Map<String, Schema> read(Path version) throws IOException {
    var schemas = new TreeMap<String, Schema>();
    for (var file : children(version)) {
      var name = file.getFileName().toString();
      if (name.endsWith(SCHEMA_FILE)) {
        var topic = name.substring(0, name.length() - SCHEMA_FILE.length());
        schemas.put(topic, new Schema.Parser().parse(Files.readString(file)));
      }
    }
    return schemas;
  }

  private static List<Path> children(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
