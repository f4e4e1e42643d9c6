package io.peerwatch.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.peerwatch.schemas.settings.ConnectionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class ConnectionOptionsTest {
  @TempDir private Path folder;

  @Test
  void shouldConnectToThisMachineByDefault() {
    ConnectionSettings settings = settings(Map.of());
    assertThat(settings)
        .isEqualTo(ConnectionSettings.of("127.0.0.1:9092", "http://127.0.0.1:8081"));
    assertThat(settings.prefix()).isEqualTo("peerwatch.");
  }

  @Test
  void shouldPreferOptionToEnvironmentToFileToDefault() throws IOException {
    Path file = file("bootstrap-servers=file:1", "registry=http://file:1", "prefix=file.");
    Map<String, String> environment =
        Map.of("PEERWATCH_BOOTSTRAP_SERVERS", "env:1", "PEERWATCH_REGISTRY", "http://env:1");
    ConnectionSettings settings =
        settings(environment, "--config", file.toString(), "--bootstrap-servers", "option:1");
    assertThat(settings.bootstrapServers()).isEqualTo("option:1");
    assertThat(settings.registryUrl()).isEqualTo("http://env:1");
    assertThat(settings.prefix()).isEqualTo("file.");
  }

  @Test
  void shouldPassClientPropertiesThroughFromAllSources() throws IOException {
    Path file = file("kafka.a=file", "kafka.b=file", "kafka.c.d=file", "registry.e=file");
    Map<String, String> environment =
        Map.of(
            "PEERWATCH_CONFIG", file.toString(),
            "PEERWATCH_KAFKA_A", "env",
            "PEERWATCH_KAFKA_B", "env",
            "PEERWATCH_KAFKA_SECURITY_PROTOCOL", "SSL",
            "PEERWATCH_REGISTRY_BASIC_AUTH_USER_INFO", "me:secret",
            "PEERWATCH_REGISTRY_PORT", "8081");
    ConnectionSettings settings = settings(environment, "--kafka.a=option=with=signs; \"quoted\"");
    assertThat(settings.kafka())
        .containsOnly(
            Map.entry("a", "option=with=signs; \"quoted\""),
            Map.entry("b", "env"),
            Map.entry("c.d", "file"),
            Map.entry("security.protocol", "SSL"));
    assertThat(settings.registry())
        .containsOnly(Map.entry("e", "file"), Map.entry("basic.auth.user.info", "me:secret"));
  }

  @Test
  void shouldTakeAnEmptyPrefixAndRefuseAnImpossibleOne() {
    assertThat(settings(Map.of(), "--prefix=").prefix()).isEmpty();
    assertThatThrownBy(() -> settings(Map.of(), "--prefix", "a b"))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining("--prefix 'a b'");
  }

  @Test
  void shouldRefuseAPassedPropertyWithoutAValueAndNotShowMore() {
    assertThatThrownBy(() -> PassThrough.rewrite(List.of("--kafka.sasl.password")))
        .isInstanceOf(UsageException.class)
        .hasMessage("--kafka.sasl.password needs a property and a value: write --kafka.NAME=VALUE");
    assertThatThrownBy(() -> PassThrough.rewrite(List.of("--kafka.=geheim")))
        .hasMessageNotContaining("geheim");
  }

  @Test
  void shouldLeaveArgumentsAfterTwoDashesAlone() {
    assertThat(PassThrough.rewrite(List.of("--kafka.a=1", "--", "--kafka.b=2")))
        .containsExactly("--kafka.<property>=a=1", "--", "--kafka.b=2");
  }

  private Path file(String... lines) throws IOException {
    return Files.write(folder.resolve("peerwatch.properties"), List.of(lines));
  }

  private static ConnectionSettings settings(Map<String, String> environment, String... arguments) {
    OptionSources sources = OptionSources.of(List.of(arguments), environment);
    Connected command = new Connected(new ConnectionOptions(sources));
    List<String> rewritten = new ArrayList<>(PassThrough.rewrite(List.of(arguments)));
    new CommandLine(command)
        .setDefaultValueProvider(new OptionDefaults(sources))
        .parseArgs(rewritten.toArray(String[]::new));
    return command.connection.settings();
  }

  @Command(name = "connected")
  private static final class Connected {
    @Mixin private final ConnectionOptions connection;

    Connected(ConnectionOptions connection) {
      this.connection = connection;
    }
  }
}
