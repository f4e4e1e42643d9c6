package io.peerwatch.streams.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.streams.run.StreamSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told, what docs say of it and what rules and panels ask for are the same names. */
class MetricsAreDocumentedTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern NAME = Pattern.compile("\\bpeerwatch_[a-z_]+\\b");

  @Test
  void shouldDocumentEveryMetricInItsOwnWords() throws IOException {
    String docs = Files.readString(ROOT.resolve("docs/operations.md"));
    assertThat(docs).contains(rows());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docs/operations.md",
        "infra/prometheus/rules.yml",
        "infra/grafana/peerwatch-stream.json"
      })
  void shouldNameNoMetricThatIsNotThere(String file) throws IOException {
    Set<String> named = new TreeSet<>();
    NAME.matcher(Files.readString(ROOT.resolve(file)))
        .results()
        .map(MatchResult::group)
        .map(name -> name.replaceAll("_(bucket|sum|count)$", ""))
        .forEach(named::add);
    assertThat(named).isNotEmpty();
    assertThat(told().keySet()).containsAll(named);
  }

  /** A row of the docs for each metric, in the order of names. */
  private static List<String> rows() {
    List<String> rows = new ArrayList<>();
    told().forEach((name, row) -> rows.add(row));
    return rows;
  }

  private static TreeMap<String, String> told() {
    TreeMap<String, String> rows = new TreeMap<>();
    for (ByGroup gauge : ByGroup.values()) {
      String name = gauge.metric().replace('.', '_');
      rows.put(name, "| `%s` | gauge | %s |".formatted(name, gauge.meaning()));
    }
    String help = "";
    for (String line : scrape().split("\n")) {
      if (line.startsWith("# HELP peerwatch_")) {
        help = line.split(" ", 4)[3];
      } else if (line.startsWith("# TYPE peerwatch_")) {
        String[] words = line.split(" ");
        rows.put(words[2], "| `%s` | %s | %s |".formatted(words[2], words[3], help));
      }
    }
    return rows;
  }

  private static String scrape() {
    var connection = ConnectionSettings.of("127.0.0.1:1", "http://127.0.0.1:1", "peerwatch.");
    var settings = StreamSettings.of(connection, Path.of("unused"));
    var health =
        new HealthSettings(
            Optional.empty(), LagBound.DEFAULT, false, true, HealthSettings.METRICS_GROUPS_DEFAULT);
    try (var watched = new WatchedRunner(settings, health, "1")) {
      return watched.metrics();
    }
  }
}
