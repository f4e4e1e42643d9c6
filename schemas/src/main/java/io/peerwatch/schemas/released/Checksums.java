package io.peerwatch.schemas.released;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** SHA-256 of the files of a folder, kept in a file that {@code sha256sum --check} reads too. */
record Checksums(Map<String, String> byFile) {
  private static final String FILE = "SHA256SUMS";
  private static final String BETWEEN = "  ";

  /** Of the folder's files as they are. */
  static Checksums of(Path folder) throws IOException {
    var sums = new TreeMap<String, String>();
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        var name = file.getFileName().toString();
        if (!name.equals(FILE)) {
          sums.put(name, sha256(Files.readAllBytes(file)));
        }
      }
    }
    return new Checksums(sums);
  }

  /** As they were written down. */
  static Checksums read(Path folder) throws IOException {
    var sums = new TreeMap<String, String>();
    for (var line : Files.readAllLines(folder.resolve(FILE))) {
      var parts = line.split(BETWEEN, 2);
      sums.put(parts[1], parts[0]);
    }
    return new Checksums(sums);
  }

  void write(Path folder) throws IOException {
    var lines = new ArrayList<String>();
    byFile.forEach((file, sum) -> lines.add(sum + BETWEEN + file));
    Files.write(folder.resolve(FILE), lines);
  }

  /** The file's name and what became of it, for each that is different in the other. */
  List<String> differences(Checksums other) {
    var names = new TreeSet<>(byFile.keySet());
    names.addAll(other.byFile.keySet());
    var lines = new ArrayList<String>();
    for (var name : names) {
      if (!other.byFile.containsKey(name)) {
        lines.add(name + " is missing");
      } else if (!byFile.containsKey(name)) {
        lines.add(name + " was added");
      } else if (!byFile.get(name).equals(other.byFile.get(name))) {
        lines.add(name + " was changed");
      }
    }
    return lines;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
