package io.peerwatch.cli.command;

import io.peerwatch.cli.option.ConnectionOptions;
import io.peerwatch.cli.option.DurationText;
import io.peerwatch.cli.run.Connecting;
import io.peerwatch.cli.run.Session;
import io.peerwatch.cli.terminal.Terminal;
import io.peerwatch.producers.agent.HostAgent;
import io.peerwatch.producers.agent.HostAgentSettings;
import io.peerwatch.producers.publish.StoppableClock;
import io.peerwatch.schemas.settings.ConnectionSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
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
    footer = {"Examples:", "  peerwatch agent --group web", "  peerwatch agent --group web --wait"})
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

  @Mixin private final ConnectionOptions connection;

  public AgentCommand(Session session) {
    this.session = session;
    this.connection = new ConnectionOptions(session.sources());
  }

  @Override
  public Integer call() throws InterruptedException {
    HostAgentSettings settings = settings();
    ConnectionSettings reached = new Connecting(session).toBoth(connection);
    var clock = new StoppableClock();
    session.stop().listen();
    session.stop().whenRequested(clock::stop);
    Terminal terminal = session.terminal();
    terminal.note("agent: publishing every %d s; stop with Ctrl-C".formatted(period.toSeconds()));
    long acknowledged = HostAgent.publish(settings, reached, terminal::note, clock);
    terminal.note("agent: stopped, %,d samples published".formatted(acknowledged));
    return 0;
  }

  private HostAgentSettings settings() {
    try {
      return new HostAgentSettings(Optional.ofNullable(group), Optional.ofNullable(host), period);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }
}
