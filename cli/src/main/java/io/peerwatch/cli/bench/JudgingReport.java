package io.peerwatch.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.peerwatch.proof.bench.judging.JudgingFigures;
import java.util.List;
import java.util.Locale;

/** Figures of judging as lines of a table, and as JSON. */
final class JudgingReport {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double MILLION = 1e6;

  List<String> head() {
    return List.of(
        "                 judged           and read  bare median selection  judged to  bytes",
        "hosts metrics    million values a second and core                  selection  a value");
  }

  String line(JudgingFigures figures) {
    return String.format(
        Locale.ROOT,
        "%5d %7d %9.2f ± %-5.2f %8.2f %22.1f %10.2f %8.2f",
        figures.hosts(),
        figures.metrics(),
        figures.valuesPerSecond() / MILLION,
        figures.valuesPerSecondError() / MILLION,
        figures.valuesPerSecondRead() / MILLION,
        figures.valuesPerSecondSelected() / MILLION,
        figures.ratioToMedianSelection(),
        figures.bytesPerValue());
  }

  ObjectNode json(List<JudgingFigures> all) {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode judging = root.putArray("judging");
    for (JudgingFigures figures : all) {
      judging
          .addObject()
          .put("hosts", figures.hosts())
          .put("metrics", figures.metrics())
          .put("valuesPerSecond", figures.valuesPerSecond())
          .put("valuesPerSecondError", figures.valuesPerSecondError())
          .put("valuesPerSecondRead", figures.valuesPerSecondRead())
          .put("valuesPerSecondSelected", figures.valuesPerSecondSelected())
          .put("ratioToMedianSelection", figures.ratioToMedianSelection())
          .put("bytesPerValue", figures.bytesPerValue())
          .put("bytesPerValueRead", figures.bytesPerValueRead());
    }
    return root;
  }
}
