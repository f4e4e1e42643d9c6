package io.peerwatch.producers.simulate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * A fleet to simulate: its groups and what goes wrong in them.
 *
 * <p>The <em>start</em> is where its time begins; <em>now</em> is the history after it. A run
 * hastens through the history and then goes on in real time.
 *
 * @param name what the scenario is called: its file's name
 * @param seed seed unless another is given
 * @param periodMillis time between two samples of a host
 * @param historyMillis how far now is after the start, 0 or more
 * @param durationMillis how long it runs from its start; empty when until stopped
 */
public record Scenario(
    String name,
    long seed,
    long periodMillis,
    long historyMillis,
    OptionalLong durationMillis,
    List<GroupSpec> groups,
    List<FaultSpec> faults) {

  /** Names of the scenarios that come with Peerwatch. */
  public static final List<String> SHIPPED = List.of("day", "demo");

  public Scenario {
    groups = List.copyOf(groups);
    faults = List.copyOf(faults);
  }

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

  /** When the last fault is over, from the start; 0 when there is none. */
  long faultsEndMillis() {
    return faults.stream().mapToLong(FaultSpec::endMillis).max().orElse(0);
  }

  private static Scenario loadShipped(String given) {
    String name = given.endsWith(".yaml") ? given.substring(0, given.length() - 5) : given;
    if (!SHIPPED.contains(name)) {
      throw new ScenarioException(
          "there is no file '"
              + given
              + "' and no shipped scenario of that name: "
              + String.join(", ", SHIPPED));
    }
    String file = name + ".yaml";
    try (InputStream yaml = Scenario.class.getResourceAsStream("/scenarios/" + file)) {
      return ScenarioReader.read(file, new String(yaml.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
