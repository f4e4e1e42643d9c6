package io.peerwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.peerwatch.cli.option.OptionSources;
import io.peerwatch.cli.run.Session;
import io.peerwatch.cli.run.Stop;
import io.peerwatch.cli.terminal.Terminal;
import io.peerwatch.schemas.topics.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import picocli.CommandLine;

/** What the manifests ask of `peerwatch stream` is what it has, and their parts fit together. */
class KubernetesFilesTest {
  private static final Path FILE = Path.of("../infra/kubernetes/stream.yaml");

  @TempDir private Path folder;
  private final List<Map<String, Object>> documents = new ArrayList<>();

  @BeforeEach
  void read() throws IOException {
    for (Object document : new Yaml().loadAll(Files.readString(FILE))) {
      documents.add(map(document));
    }
  }

  @Test
  void shouldHaveAStatefulSetWithItsServiceAndBudget() {
    assertThat(documents)
        .extracting(document -> document.get("kind"))
        .containsExactly("ConfigMap", "Service", "StatefulSet", "PodDisruptionBudget");
    Object labels = at(kind("StatefulSet"), "spec", "template", "metadata", "labels");
    assertThat(at(kind("StatefulSet"), "spec", "selector", "matchLabels")).isEqualTo(labels);
    assertThat(at(kind("PodDisruptionBudget"), "spec", "selector", "matchLabels"))
        .isEqualTo(labels);
    assertThat(at(kind("Service"), "spec", "selector")).isEqualTo(labels);
    assertThat(at(kind("StatefulSet"), "spec", "serviceName"))
        .isEqualTo(at(kind("Service"), "metadata", "name"));
    assertThat((int) at(kind("PodDisruptionBudget"), "spec", "maxUnavailable")).isEqualTo(1);
  }

  @Test
  void shouldStartACommandThatUnderstandsItsArgumentsAndSettings() throws IOException {
    String properties = at(kind("ConfigMap"), "data", "peerwatch.properties").toString();
    Path file = Files.writeString(folder.resolve("peerwatch.properties"), properties);
    var sources = OptionSources.of(List.of("--config=" + file), Map.of());
    var nowhere = new PrintWriter(new StringWriter());
    var terminal = new Terminal(nowhere, nowhere, false, false);
    CommandLine commands = Commands.tree(new Session(terminal, new Stop(), sources));
    sources.requireKnownKeys(Commands.optionNames(commands));
    assertThat(properties).contains("prefix = " + Topics.PREFIX_DEFAULT);

    String[] words =
        ((List<?>) container().get("args")).stream().map(Object::toString).toArray(String[]::new);
    assertThat(commands.parseArgs(words).errors()).isEmpty();
    words[1] = "--wat";
    assertThatThrownBy(() -> commands.parseArgs(words)).hasMessageContaining("--wat");
  }

  @Test
  void shouldAskWhereItAnswers() {
    int port = (int) ((Map<?, ?>) ((List<?>) container().get("ports")).get(0)).get("containerPort");
    assertThat(container().get("args").toString()).contains("--health-listen=0.0.0.0:" + port);
    assertThat(at(container(), "livenessProbe", "httpGet", "path")).isEqualTo("/health/live");
    assertThat(at(container(), "startupProbe", "httpGet", "path")).isEqualTo("/health/live");
    assertThat(at(container(), "readinessProbe", "httpGet", "path")).isEqualTo("/health/ready");
    // It says that it ends within 20 s.
    assertThat(
            (int)
                at(
                    kind("StatefulSet"),
                    "spec",
                    "template",
                    "spec",
                    "terminationGracePeriodSeconds"))
        .isGreaterThan(20);
  }

  @Test
  void shouldNameAnInstanceAfterItsPod() {
    assertThat(container().get("args").toString()).contains("--instance-id=$(POD_NAME)");
    assertThat(container().get("env").toString()).contains("POD_NAME", "metadata.name");
  }

  private Map<String, Object> container() {
    List<?> all = (List<?>) at(kind("StatefulSet"), "spec", "template", "spec", "containers");
    return map(all.get(0));
  }

  private Map<String, Object> kind(String kind) {
    return documents.stream().filter(d -> d.get("kind").equals(kind)).findFirst().orElseThrow();
  }

  private static Object at(Map<String, Object> in, String... path) {
    Object here = in;
    for (String key : path) {
      here = map(here).get(key);
    }
    return here;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object node) {
    return (Map<String, Object>) node;
  }
}
