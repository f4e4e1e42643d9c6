package io.peerwatch.cli.arrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Peerwatch's modules in the order of the journey, and which ones each may use. */
final class Modules {
  /** Module's word, which is also its root package's, to the words of those that it may use. */
  static final Map<String, List<String>> MAY_USE = new LinkedHashMap<>();

  static {
    MAY_USE.put("schemas", List.of());
    MAY_USE.put("detection", List.of());
    MAY_USE.put("streams", List.of("schemas", "detection"));
    MAY_USE.put("producers", List.of("schemas", "detection"));
    MAY_USE.put("consumers", List.of("schemas", "detection"));
    MAY_USE.put("local", List.of("schemas"));
    MAY_USE.put(
        "proof", List.of("schemas", "detection", "streams", "producers", "consumers", "local"));
    MAY_USE.put(
        "cli",
        List.of("schemas", "detection", "streams", "producers", "consumers", "local", "proof"));
  }

  private Modules() {}

  /** Packages of a module, as ArchUnit writes them. */
  static String packages(String module) {
    return "io.peerwatch." + module + "..";
  }

  /** Packages of the modules that this one must not use. */
  static String[] forbidden(String module) {
    return MAY_USE.keySet().stream()
        .filter(other -> !other.equals(module) && !MAY_USE.get(module).contains(other))
        .map(Modules::packages)
        .toArray(String[]::new);
  }

  /** The folder of a module. */
  static String folder(String module) {
    return switch (module) {
      case "streams" -> "streams-app";
      case "local" -> "infra/local";
      default -> module;
    };
  }
}
