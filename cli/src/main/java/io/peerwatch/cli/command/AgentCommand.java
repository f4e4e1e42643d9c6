package io.peerwatch.cli.command;

import io.peerwatch.cli.option.ConnectionOptions;
import io.peerwatch.cli.option.DurationText;
import io.peerwatch.cli.option.ExtraMetricsOptions;
import io.peerwatch.cli.run.Connecting;
import io.peerwatch.cli.run.Session;
import io.peerwatch.cli.terminal.Terminal;
import io.peerwatch.producers.agent.AgentRun;
import io.peerwatch.producers.agent.AgentSummary;
import io.peerwatch.producers.agent.BufferBounds;
import io.peerwatch.producers.agent.HostAgentSettings;
import io.peerwatch.producers.agent.Scope;
import io.peerwatch.producers.publish.StoppableClock;
import io.peerwatch.schemas.access.Access;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.json.JsonLines;
import io.peerwatch.schemas.settings.ConnectionSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code peerwatch agent}: this machine's own metrics. */
@Command(
    name = "agent",
    header = "Publish this machine's own metrics.",
    description = {
      "Load, CPU, memory, swap, disks, filesystems, network and processes, until stopped. While"
          + " the broker is away it goes on, and sends later what it measured."
    },
    footer = {
      "Examples:",
      "  peerwatch agent --print",
      "  peerwatch agent --group web --wait",
      "  peerwatch agent --group web --metrics-command 'smtp: /usr/lib/nagios/plugins/check_smtp -H"
          + " localhost'"
    })
public final class AgentCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec command;

  @Option(
      names = "--group",
      paramLabel = "NAME",
      description = "The group of machines that this one is compared with. Default: ungrouped")
  private String group;

  @Option(
      names = "--host",
      paramLabel = "NAME",
      description = "The name of this machine. Default: its own host name")
  private String host;

  @Option(
      names = "--period",
      paramLabel = "DURATION",
      defaultValue = "10s",
      converter = DurationText.class,
      description = "Time between two samples. Default: ${DEFAULT-VALUE}")
  private Duration period;

  @Option(
      names = "--scope",
      paramLabel = "auto|host|container",
      defaultValue = "auto",
      description =
          "Watch the machine, or the container that the agent runs in, against its limits. auto:"
              + " the container when it has limits of its own. Default: ${DEFAULT-VALUE}")
  private Scope scope;

  @Option(
      names = "--buffer-samples",
      paramLabel = "N",
      description =
          "How many samples wait while the broker is away; the oldest give way. Default: an hour's")
  private Integer bufferSamples;

  @Option(
      names = "--buffer-bytes",
      paramLabel = "N",
      defaultValue = "" + BufferBounds.BYTES_MAX_DEFAULT,
      description = "How large they may be together. Default: ${DEFAULT-VALUE}")
  private long bufferBytes;

  @Option(
      names = "--duration",
      paramLabel = "DURATION",
      converter = DurationText.class,
      description = "Stop after this long, and tell what the agent cost. Default: never")
  private Duration duration;

  @Option(
      names = "--print",
      description = "Print one sample instead, without any broker: what the agent sees.")
  private boolean print;

  @Option(names = "--json", description = "With --print: as one JSON object.")
  private boolean json;

  @Mixin private ExtraMetricsOptions extra;

  @Mixin private final ConnectionOptions connection;

  public AgentCommand(Session session) {
    this.session = session;
    this.connection = new ConnectionOptions(session.sources());
  }

  @Override
  public Integer call() throws InterruptedException {
    Terminal terminal = session.terminal();
    var clock = new StoppableClock();
    var run = new AgentRun(settings(), line -> terminal.note("agent: " + line), clock);
    if (print) {
      print(run.snapshot());
      return 0;
    }
    ConnectionSettings reached = new Connecting(session).toBoth(connection, Access.AGENT);
    session.stop().listen();
    session.stop().whenRequested(clock::stop);
    if (duration != null) {
      CompletableFuture.delayedExecutor(duration.toMillis(), TimeUnit.MILLISECONDS)
          .execute(clock::stop);
    }
    terminal.note("agent: publishing every %d s; stop with Ctrl-C".formatted(period.toSeconds()));
    terminal.note("agent: stopped, " + text(run.publish(reached)));
    return 0;
  }

  private void print(HostSample sample) {
    if (json) {
      session.terminal().line(JsonLines.of(sample));
    } else {
      new SamplePrint(session.terminal()).print(sample);
    }
  }

  private static String text(AgentSummary summary) {
    var text = new StringBuilder("%,d samples published".formatted(summary.acknowledged()));
    if (summary.lost() > 0) {
      text.append(
          ", %,d lost (%,d gave way in the buffer, %,d refused or unanswered, %,d unsent)"
              .formatted(summary.lost(), summary.dropped(), summary.refused(), summary.unsent()));
    }
    if (summary.skipped() > 0) {
      text.append(", %,d instants skipped".formatted(summary.skipped()));
    }
    if (summary.badLines() > 0) {
      text.append(", %,d lines of extra metrics not understood".formatted(summary.badLines()));
    }
    return text.toString();
  }

  private HostAgentSettings settings() {
    try {
      BufferBounds hour = BufferBounds.of(period);
      return new HostAgentSettings(
          Optional.ofNullable(group),
          Optional.ofNullable(host),
          period,
          new BufferBounds(bufferSamples == null ? hour.samplesMax() : bufferSamples, bufferBytes),
          extra.settings(period),
          scope);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }
}
