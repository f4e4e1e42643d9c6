package io.peerwatch.cli.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.peerwatch.cli.operate.Table;
import io.peerwatch.cli.run.CommandFailedException;
import io.peerwatch.cli.terminal.Terminal;
import io.peerwatch.proof.faults.Fault;
import io.peerwatch.proof.faults.FaultResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Faults and how they went, as lines, as a table and as JSON. */
final class FaultsReport {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LINE_MAX = 600;

  private final Terminal terminal;

  FaultsReport(Terminal terminal) {
    this.terminal = terminal;
  }

  void list(List<Fault> faults) {
    for (Fault fault : faults) {
      terminal.line(String.format(Locale.ROOT, "%-12s %s", fault.name(), fault.done()));
      terminal.line("             must hold: " + fault.criterion());
    }
  }

  /** One that is over. */
  void tell(FaultResult result) {
    terminal.line(
        String.format(
            Locale.ROOT,
            "%-12s %s after %.0f s  %s",
            result.fault().name(),
            result.withstood() ? "withstood" : "NOT WITHSTOOD",
            result.seconds(),
            figures(result)));
    for (String broken : result.broken()) {
      terminal.line("             " + shortened(broken));
    }
  }

  void table(List<FaultResult> results) {
    terminal.line("");
    Table table = new Table("NAME", "WITHSTOOD", "SECONDS", "FIGURES", "DONE", "CRITERION");
    for (FaultResult result : results) {
      table.row(
          result.fault().name(),
          result.withstood() ? "yes" : "NO",
          String.format(Locale.ROOT, "%.0f", result.seconds()),
          figures(result),
          result.fault().done(),
          result.fault().criterion());
    }
    table.to(terminal);
  }

  void write(List<FaultResult> results, long seed, Path file) {
    ObjectNode root = JSON.createObjectNode().put("seed", seed);
    ArrayNode all = root.putArray("faults");
    for (FaultResult result : results) {
      ObjectNode one =
          all.addObject()
              .put("name", result.fault().name())
              .put("done", result.fault().done())
              .put("criterion", result.fault().criterion())
              .put("withstood", result.withstood())
              .put("seconds", result.seconds());
      one.set("figures", JSON.valueToTree(result.figures()));
      one.set("broken", JSON.valueToTree(result.broken()));
    }
    try {
      JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
    } catch (IOException e) {
      throw new CommandFailedException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  private static String figures(FaultResult result) {
    return result.figures().entrySet().stream()
        .map(figure -> figure.getKey() + " " + figure.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String shortened(String line) {
    return line.length() <= LINE_MAX ? line : line.substring(0, LINE_MAX) + "…";
  }
}
