package io.peerwatch.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.peerwatch.proof.bench.pipeline.RestartFigures;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Restarts as lines of a table, and as JSON. */
final class RestartReport {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double MIB = 1 << 20;

  private RestartReport() {}

  static List<String> lines(List<RestartFigures> all) {
    return Stream.concat(
            Stream.of(
                " hosts  group metrics   after   works again  next verdicts   state   changelogs",
                "         size                      after s        after s     MiB    on disk MiB"),
            all.stream().map(RestartReport::line))
        .toList();
  }

  private static String line(RestartFigures figures) {
    return String.format(
        Locale.ROOT,
        "%6d %6d %7d  a %-5s %12.1f %14.1f %7.0f %14.0f",
        figures.shape().hosts(),
        figures.shape().groupSize(),
        figures.shape().metrics(),
        after(figures),
        figures.runningMillis() / 1e3,
        figures.verdictsMillis() / 1e3,
        figures.stateBytes() / MIB,
        figures.changelogBytes() / MIB);
  }

  private static String after(RestartFigures figures) {
    return figures.killed() ? "kill" : "stop";
  }

  static ObjectNode json(List<RestartFigures> all, int threads) {
    ObjectNode root = JSON.createObjectNode();
    root.set("machine", PipelineJson.machine());
    root.set("versions", PipelineJson.versions());
    root.put("threads", threads);
    ArrayNode restarts = root.putArray("restarts");
    for (RestartFigures figures : all) {
      restarts
          .addObject()
          .put("hosts", figures.shape().hosts())
          .put("groupSize", figures.shape().groupSize())
          .put("metrics", figures.shape().metrics())
          .put("after", after(figures))
          .put("runningMillis", figures.runningMillis())
          .put("verdictsMillis", figures.verdictsMillis())
          .put("stateBytes", figures.stateBytes())
          .put("changelogBytes", figures.changelogBytes());
    }
    return root;
  }
}
