package io.peerwatch.cli.option;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where an option's value comes from when the command line is silent: the environment, then the
 * file named by {@code --config}; after them comes the option's own default.
 *
 * <p>The option {@code --false-alarms} is {@code PEERWATCH_FALSE_ALARMS} in the environment and
 * {@code false-alarms} in the file. Client properties are {@code PEERWATCH_KAFKA_SECURITY_PROTOCOL}
 * and {@code kafka.security.protocol}; likewise registry.
 */
public final class OptionSources {
  private static final String ENVIRONMENT_START = "PEERWATCH_";
  private static final String CONFIG = "--config";

  private final Map<String, String> environment;
  private final Map<String, String> file;
  private final String fileName;

  private OptionSources(Map<String, String> environment, Map<String, String> file, String name) {
    this.environment = environment;
    this.file = file;
    this.fileName = name;
  }

  /**
   * Reads the file that the arguments name, else the one that the environment names, if any.
   *
   * @throws UsageException when it can't be read
   */
  public static OptionSources of(List<String> arguments, Map<String, String> environment) {
    Optional<String> named = configOption(arguments);
    String name = named.orElse(environment.getOrDefault(environmentName(CONFIG), ""));
    Map<String, String> file = name.isEmpty() ? Map.of() : read(Path.of(name));
    return new OptionSources(environment, file, name);
  }

  /** The value of an option such as {@code --bootstrap-servers}, from outside the command line. */
  public Optional<String> value(String option) {
    String fromEnvironment = environment.get(environmentName(option));
    return Optional.ofNullable(fromEnvironment != null ? fromEnvironment : file.get(key(option)));
  }

  /**
   * Client properties under a start such as {@code kafka}, the environment's over the file's.
   *
   * @param options names of all options, whose variables are no client properties ({@code
   *     PEERWATCH_REGISTRY_PORT})
   */
  public Map<String, String> properties(String start, Set<String> options) {
    Map<String, String> properties = new TreeMap<>();
    file.forEach(
        (key, value) -> {
          if (key.startsWith(start + ".")) {
            properties.put(key.substring(start.length() + 1), value);
          }
        });
    String variableStart = ENVIRONMENT_START + start.toUpperCase(Locale.ROOT) + "_";
    environment.forEach(
        (variable, value) -> {
          boolean isOption = options.stream().anyMatch(o -> environmentName(o).equals(variable));
          if (variable.startsWith(variableStart) && !isOption) {
            String rest = variable.substring(variableStart.length());
            properties.put(rest.toLowerCase(Locale.ROOT).replace('_', '.'), value);
          }
        });
    return properties;
  }

  /**
   * Refuses a file with keys that are neither options of any command nor client properties, for a
   * misspelt key would be silently without effect.
   */
  public void requireKnownKeys(Set<String> options) {
    for (String key : file.keySet()) {
      boolean known =
          key.startsWith("kafka.") || key.startsWith("registry.") || options.contains("--" + key);
      if (!known) {
        throw new UsageException(
            "%s: unknown key '%s': keys are option names without dashes, kafka.* and registry.*"
                .formatted(fileName, key));
      }
    }
  }

  private static Optional<String> configOption(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.startsWith(CONFIG + "=")) {
        return Optional.of(argument.substring(CONFIG.length() + 1));
      }
      if (argument.equals(CONFIG) && i + 1 < arguments.size()) {
        return Optional.of(arguments.get(i + 1));
      }
    }
    return Optional.empty();
  }

  private static Map<String, String> read(Path path) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(path)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new UsageException(
          "%s %s: not a readable properties file (%s)"
              .formatted(CONFIG, path, e.getClass().getSimpleName()));
    }
    Map<String, String> values = new TreeMap<>();
    properties.stringPropertyNames().forEach(k -> values.put(k, properties.getProperty(k)));
    return values;
  }

  private static String environmentName(String option) {
    return ENVIRONMENT_START + key(option).toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static String key(String option) {
    return option.startsWith("--") ? option.substring(2) : option;
  }
}
