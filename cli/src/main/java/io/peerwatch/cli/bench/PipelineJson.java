package io.peerwatch.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.peerwatch.proof.bench.pipeline.ContestantFigures;
import io.peerwatch.proof.bench.pipeline.LiveFigures;
import io.peerwatch.proof.bench.pipeline.PipelineFigures;
import io.peerwatch.proof.bench.pipeline.PipelineSettings;
import io.peerwatch.proof.bench.pipeline.RoundFigures;
import io.peerwatch.proof.bench.pipeline.contestant.Contestant;
import java.util.Map;
import org.apache.kafka.common.utils.AppInfoParser;

/**
 * Figures of the pipeline as JSON: at the top ours in short, then machine, versions, settings, and
 * each contestant. What was not measured is null.
 */
final class PipelineJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PipelineJson() {}

  static ObjectNode of(PipelineFigures figures) {
    ObjectNode root = JSON.createObjectNode();
    var ours = figures.of(Contestant.PEERWATCH);
    root.put("samplesPerSecond", ours.map(ContestantFigures::samplesPerSecond).orElse(null));
    root.put("ratioToPassThrough", figures.ratioTo(Contestant.PASS_THROUGH).orElse(null));
    root.put("ratioToTextbook", figures.ratioTo(Contestant.TEXTBOOK).orElse(null));
    var live = figures.live();
    root.put(
        "changelogBytesPerSample", live.map(LiveFigures::changelogBytesPerSample).orElse(null));
    root.put(
        "stateBytes",
        live.map(LiveFigures::stateBytesAll)
            .or(() -> ours.map(ContestantFigures::stateBytes))
            .orElse(null));
    root.put("p50Millis", live.map(LiveFigures::p50Millis).orElse(null));
    root.put("p99Millis", live.map(LiveFigures::p99Millis).orElse(null));
    root.set("machine", machine());
    root.set("versions", versions());
    root.set("settings", settings(figures.settings()));
    root.put("bytesPerSample", figures.sampleBytes());
    ArrayNode contestants = root.putArray("contestants");
    figures.contestants().forEach(contestant -> contestants.add(contestant(contestant)));
    live.ifPresent(measured -> root.set("live", live(measured)));
    return root;
  }

  static ObjectNode machine() {
    return JSON.createObjectNode()
        .put("processors", Runtime.getRuntime().availableProcessors())
        .put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"))
        .put("architecture", System.getProperty("os.arch"));
  }

  static ObjectNode versions() {
    return JSON.createObjectNode()
        .put("java", System.getProperty("java.vm.version"))
        .put("kafka", AppInfoParser.getVersion())
        .put("peerwatch", PipelineJson.class.getPackage().getImplementationVersion());
  }

  static ObjectNode settings(PipelineSettings settings) {
    return JSON.createObjectNode()
        .put("hosts", settings.shape().hosts())
        .put("groupSize", settings.shape().groupSize())
        .put("metrics", settings.shape().metrics())
        .put("samples", settings.samples())
        .put("textbookSamples", settings.textbookSamples())
        .put("liveHosts", settings.live().hosts())
        .put("durationMillis", settings.duration().toMillis())
        .put("threads", settings.threads())
        .put("warmUpMillis", settings.warmUp().toMillis())
        .put("rounds", settings.rounds());
  }

  static ObjectNode contestant(ContestantFigures figures) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("contestant", figures.contestant().symbol())
            .put("samplesPerSecond", figures.samplesPerSecond())
            .put("samplesPerSecondBest", figures.samplesPerSecondBest())
            .put("samplesPerSecondCold", figures.samplesPerSecondCold())
            .put("valuesPerSecond", figures.valuesPerSecond())
            .put("samples", figures.last().samples())
            .put("lateShare", figures.lateShare())
            .put("cpuMicrosPerSample", figures.cpuMicrosPerSample())
            .put("compileShare", figures.compileShare())
            .put("warmUpRounds", figures.warmUp().size())
            .put("heapBytes", figures.heapBytes())
            .put("internalTopicBytesPerSample", figures.internalBytesPerSample())
            .put("stateBytes", figures.stateBytes());
    node.set("stateBytesByStore", byName(figures.last().stateBytes()));
    ArrayNode rounds = node.putArray("roundsSamplesPerSecond");
    figures.rounds().stream().map(RoundFigures::samplesPerSecond).forEach(rounds::add);
    return node;
  }

  private static ObjectNode live(LiveFigures live) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("hosts", live.hosts())
            .put("groupSize", live.groupSize())
            .put("metrics", live.metrics())
            .put("samples", live.samples())
            .put("verdicts", live.verdicts())
            .put("p50Millis", live.p50Millis())
            .put("p99Millis", live.p99Millis())
            .put("maxMillis", live.maxMillis())
            .put("cpuMicrosPerSample", live.cpuMicrosPerSample())
            .put("coresUsed", live.coresUsed())
            .put("changelogBytesPerSample", live.changelogBytesPerSample())
            .put("bytesPerSample", live.sampleBytesPerSample())
            .put("stateBytes", live.stateBytesAll())
            .put("heapBytes", live.heapBytes());
    node.set("stateBytesByStore", byName(live.stateBytes()));
    return node;
  }

  private static ObjectNode byName(Map<String, Long> bytes) {
    ObjectNode node = JSON.createObjectNode();
    bytes.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> node.put(entry.getKey(), entry.getValue()));
    return node;
  }
}
