package io.peerwatch.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.peerwatch.proof.bench.pipeline.PipelineSettings;
import io.peerwatch.proof.bench.pipeline.SweepBench;
import java.util.List;
import java.util.Locale;

/** Fleets of many shapes, a line each, and as JSON. */
final class SweepReport {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double MIB = 1 << 20;

  List<String> head() {
    return List.of(
        " hosts  group metrics  samples/s       best  to pass  cpu µs a   state B a  heap",
        "         size                               -through   sample   host, metric   MiB");
  }

  String line(SweepBench.Row row) {
    return String.format(
        Locale.ROOT,
        "%6d %6d %7d %10.0f %10.0f %8.3f %9.2f %11.0f %6.0f",
        row.shape().hosts(),
        row.shape().groupSize(),
        row.shape().metrics(),
        row.ours().samplesPerSecond(),
        row.ours().samplesPerSecondBest(),
        row.ratioToPassThrough(),
        row.ours().cpuMicrosPerSample(),
        row.stateBytesPerValue(),
        row.ours().heapBytes() / MIB);
  }

  static ObjectNode json(PipelineSettings settings, List<SweepBench.Row> rows) {
    ObjectNode root = JSON.createObjectNode();
    root.set("machine", PipelineJson.machine());
    root.set("versions", PipelineJson.versions());
    root.set("settings", PipelineJson.settings(settings));
    ArrayNode sweep = root.putArray("sweep");
    for (SweepBench.Row row : rows) {
      ObjectNode node =
          sweep
              .addObject()
              .put("hosts", row.shape().hosts())
              .put("groupSize", row.shape().groupSize())
              .put("metrics", row.shape().metrics())
              .put("samplesPerSecond", row.ours().samplesPerSecond())
              .put("ratioToPassThrough", row.ratioToPassThrough())
              .put("stateBytesPerHostAndMetric", row.stateBytesPerValue())
              .put("bytesPerSample", row.sampleBytes());
      node.set("peerwatch", PipelineJson.contestant(row.ours()));
      node.set("passThrough", PipelineJson.contestant(row.passThrough()));
    }
    return root;
  }
}
