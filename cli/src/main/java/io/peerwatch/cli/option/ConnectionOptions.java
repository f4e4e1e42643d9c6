package io.peerwatch.cli.option;

import io.peerwatch.schemas.settings.ConnectionSettings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where Kafka and the registry are: the same options for every command that connects. */
public final class ConnectionOptions {
  private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9._-]{0,100}");

  /** Options whose variables look like properties of the registry's client. */
  private static final Set<String> RESERVED = Set.of("--registry-port");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  private final OptionSources sources;

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT,…",
      defaultValue = "127.0.0.1:9092",
      description = "Kafka's brokers. Default: ${DEFAULT-VALUE}")
  private String bootstrapServers;

  @Option(
      names = "--registry",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8081",
      description = "The schema registry. Default: ${DEFAULT-VALUE}")
  private String registry;

  @Option(
      names = "--prefix",
      paramLabel = "TEXT",
      defaultValue = "peerwatch.",
      description =
          "What names of topics and consumer groups start with. Default: ${DEFAULT-VALUE}")
  private String prefix;

  @Option(
      names = PassThrough.KAFKA,
      paramLabel = "VALUE",
      description = "Any property of Kafka's clients, such as --kafka.security.protocol=SSL.")
  private final Map<String, String> kafkaProperties = new LinkedHashMap<>();

  @Option(
      names = PassThrough.REGISTRY,
      paramLabel = "VALUE",
      description =
          "Any property of the registry's client, such as --registry.basic.auth.user.info.")
  private final Map<String, String> registryProperties = new LinkedHashMap<>();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "A properties file with options (without dashes), kafka.* and registry.*. The command"
              + " line wins over the environment (PEERWATCH_BOOTSTRAP_SERVERS,"
              + " PEERWATCH_KAFKA_SECURITY_PROTOCOL, …), which wins over the file. Passwords"
              + " belong into one of the latter two.")
  private Path config;

  @Option(
      names = "--wait",
      description = "Wait for the broker and the registry instead of failing after 10 s.")
  private boolean wait;

  public ConnectionOptions(OptionSources sources) {
    this.sources = sources;
  }

  /** Whether to wait for what can't be reached at the start. */
  public boolean waits() {
    return wait;
  }

  /** The settings; a {@link ParameterException} says which option can't be used. */
  public ConnectionSettings settings() {
    if (!PREFIX.matcher(prefix).matches()) {
      throw new ParameterException(
          command.commandLine(),
          "--prefix '%s' can't start a topic's name: use letters, digits, '.', '_' and '-'"
              .formatted(prefix));
    }
    try {
      return new ConnectionSettings(
          bootstrapServers,
          registry,
          prefix,
          merged("kafka", kafkaProperties),
          merged("registry", registryProperties));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }

  private Map<String, String> merged(String start, Map<String, String> fromCommandLine) {
    Map<String, String> merged = new TreeMap<>(sources.properties(start, RESERVED));
    merged.putAll(fromCommandLine);
    return merged;
  }
}
