package io.peerwatch.producers.simulate.yaml;

import io.peerwatch.producers.simulate.scenario.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where scenarios come from: files, and those that come with Peerwatch. */
public final class Scenarios {
  /** Names of the scenarios that come with Peerwatch. */
  public static final List<String> SHIPPED =
      List.of(
          "demo",
          "day",
          "week",
          "leak",
          "gray-slowness",
          "database-disk",
          "flapping-and-lag",
          "clocks-and-silence",
          "rolling-deploy",
          "surge-and-failover",
          "growth-to-saturation",
          "mixed-sizes",
          "batch-night",
          "maintenance",
          "fleet-100k");

  private static final String SUFFIX = ".yaml";

  private Scenarios() {}

  /**
   * Loads a scenario from a file or by the name of a shipped one, such as {@code demo}.
   *
   * @throws ScenarioException when there is none or it can't be understood
   */
  public static Scenario load(String pathOrName) {
    Path path = Path.of(pathOrName);
    return Files.exists(path) ? load(path) : loadShipped(pathOrName);
  }

  /**
   * Loads a scenario from a file.
   *
   * @throws ScenarioException when it can't be read or understood
   */
  public static Scenario load(Path file) {
    try {
      return ScenarioReader.read(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new ScenarioException(file + " can't be read as a scenario (UTF-8 text in YAML)");
    }
  }

  /**
   * Reads a scenario from text.
   *
   * @param name what complaints call it
   * @throws ScenarioException when it can't be understood
   */
  public static Scenario parse(String name, String yaml) {
    return ScenarioReader.read(name, yaml);
  }

  private static Scenario loadShipped(String given) {
    String name =
        given.endsWith(SUFFIX) ? given.substring(0, given.length() - SUFFIX.length()) : given;
    if (!SHIPPED.contains(name)) {
      throw new ScenarioException(
          "there is no file '"
              + given
              + "' and no shipped scenario of that name: "
              + String.join(", ", SHIPPED));
    }
    String file = name + SUFFIX;
    try (InputStream yaml = Scenarios.class.getResourceAsStream("/scenarios/" + file)) {
      return ScenarioReader.read(file, new String(yaml.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
