package io.peerwatch.producers.simulate.yaml;

import io.peerwatch.producers.simulate.scenario.FaultKind;
import java.util.ArrayList;
import java.util.List;

/** The tables of the documentation, made of what the reader itself goes by. */
final class ScenarioTables {
  private ScenarioTables() {}

  /** One table of keys for every kind of mapping, with its heading; lines of Markdown. */
  static List<String> keys() {
    var lines = new ArrayList<String>();
    for (Keys keys : ScenarioKeys.ALL) {
      lines.add("### " + keys.title());
      lines.add("");
      lines.add("| key | value | if missing | meaning |");
      lines.add("|---|---|---|---|");
      for (AnyKey key : keys.all()) {
        lines.add(row("`" + key.name() + "`", key.written(), key.absent(), key.meaning()));
      }
      lines.add("");
    }
    return lines;
  }

  /** The kinds of fault; lines of Markdown. */
  static List<String> faults() {
    var lines = new ArrayList<String>();
    lines.add("| kind | strength (if missing, at most) | metrics of its label |");
    lines.add("|---|---|---|");
    for (FaultKind kind : FaultKind.values()) {
      String strength =
          "%s (%s, %s)"
              .formatted(
                  kind.strengthMeaning(),
                  Forms.plain(kind.strengthDefault()),
                  Forms.plain(kind.strengthMax()));
      String metrics =
          kind.takesMetrics()
              ? "those in `metrics`, else all that move"
              : kind.metrics().isEmpty() ? "none" : "`" + String.join("` `", kind.metrics()) + "`";
      lines.add(row("`" + kind.label() + "`", strength, metrics));
    }
    return lines;
  }

  /** The scenarios that come along; lines of Markdown. */
  static List<String> shipped() {
    var lines = new ArrayList<String>();
    lines.add("| name | what it is |");
    lines.add("|---|---|");
    for (String name : Scenarios.SHIPPED) {
      lines.add(row("`" + name + "`", Scenarios.load(name).description()));
    }
    return lines;
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}
