package io.peerwatch.producers.agent.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** Small files of the kernel with numbers; one that isn't there says nothing. */
final class CgroupFiles {
  private CgroupFiles() {}

  /** Its only line; empty when there is none or it may not be read. */
  static Optional<String> line(Path file) {
    return lines(file).stream().findFirst().map(String::strip);
  }

  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return List.of(); // controllers may be switched off, and files forbidden
    }
  }

  /** The number in it; empty when there is none, such as {@code max}. */
  static OptionalLong number(Path file) {
    return line(file).map(CgroupFiles::number).orElse(OptionalLong.empty());
  }

  /** The number behind that key, in a file of keys and numbers. */
  static OptionalLong number(Path file, String key) {
    return lines(file).stream()
        .filter(startsWith(key + " "))
        .findFirst()
        .map(line -> number(line.substring(key.length() + 1).strip()))
        .orElse(OptionalLong.empty());
  }

  private static Predicate<String> startsWith(String text) {
    return line -> line.startsWith(text);
  }

  static OptionalLong number(String text) {
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /** How many processors a list such as {@code 0-3,8} names; empty for an empty list. */
  static OptionalLong listed(String list) {
    long count = 0;
    for (String range : list.strip().split(",")) {
      String[] ends = range.split("-");
      OptionalLong from = number(ends[0].strip());
      OptionalLong to = number(ends[ends.length - 1].strip());
      if (from.isEmpty() || to.isEmpty()) {
        return OptionalLong.empty();
      }
      count += to.getAsLong() - from.getAsLong() + 1;
    }
    return OptionalLong.of(count);
  }
}
