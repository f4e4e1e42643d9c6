package io.peerwatch.cli.bench;

import io.peerwatch.proof.bench.pipeline.PipelineSettings;
import io.peerwatch.proof.bench.pipeline.contestant.Contestant;
import io.peerwatch.proof.bench.pipeline.fleet.FleetShape;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** What {@code bench} is told about fleets and contestants. */
final class PipelineOptions {
  @Option(
      names = "--hosts",
      paramLabel = "N",
      description = "Hosts whose samples are read as fast as it goes. Default: ${DEFAULT-VALUE}")
  private int hosts = PipelineSettings.HOSTS;

  @Option(
      names = "--group-size",
      paramLabel = "N",
      description = "Hosts in a group. Default: ${DEFAULT-VALUE}")
  private int groupSize = PipelineSettings.GROUP_SIZE;

  @Option(
      names = "--metrics",
      paramLabel = "N",
      description = "Metrics in a sample. Default: ${DEFAULT-VALUE}")
  private int metrics = PipelineSettings.METRICS;

  @Option(
      names = "--samples",
      paramLabel = "N",
      description = "Samples that lie on the topic, at least. Default: ${DEFAULT-VALUE}")
  private long samples = PipelineSettings.SAMPLES;

  @Option(
      names = "--textbook-samples",
      paramLabel = "N",
      description = "The same for the textbook, which is slow. Default: ${DEFAULT-VALUE}")
  private long textbookSamples = PipelineSettings.TEXTBOOK_SAMPLES;

  @Option(
      names = "--live-hosts",
      paramLabel = "N",
      description = "Hosts that send in real time. Default: ${DEFAULT-VALUE}")
  private int liveHosts = PipelineSettings.LIVE_HOSTS;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      description = "How long they do; 0s leaves that part out. Default: 1m")
  private Duration duration = PipelineSettings.DURATION;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Threads of each contestant; there are twice as many partitions. Default:"
              + " ${DEFAULT-VALUE}")
  private int threads = PipelineSettings.THREADS;

  @Option(
      names = "--warm-up",
      paramLabel = "TIME",
      description =
          "How long each contestant reads at most in rounds that don't count, until Java's"
              + " compilers take less than a tenth of its processor time in two rounds; 0s counts"
              + " the cold round, too. Default: 2m")
  private Duration warmUp = PipelineSettings.WARM_UP;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Rounds that count. Default: ${DEFAULT-VALUE}")
  private int rounds = PipelineSettings.ROUNDS;

  @Option(
      names = "--only",
      paramLabel = "WHO",
      split = ",",
      description =
          "Who is compared: plain-bytes, plain-decoded, pass-through-at-least-once, pass-through,"
              + " textbook, peerwatch; and ours up to a step: ours-read, ours-gathered, ours-judged."
              + " Default: all but the last three")
  private Set<Contestant> only = EnumSet.copyOf(Contestant.USUAL);

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      description = "Write a flight recording (JFR) of Peerwatch's rounds that count.")
  private Path profile;

  PipelineSettings settings() {
    return new PipelineSettings(
        new FleetShape(hosts, groupSize, metrics),
        samples,
        textbookSamples,
        new FleetShape(liveHosts, groupSize, metrics),
        duration,
        threads,
        warmUp,
        rounds,
        only,
        true,
        Optional.ofNullable(profile));
  }
}
