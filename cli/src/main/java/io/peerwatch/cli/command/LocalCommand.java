package io.peerwatch.cli.command;

import io.peerwatch.cli.log.Logging;
import io.peerwatch.cli.run.Session;
import io.peerwatch.cli.terminal.Terminal;
import io.peerwatch.local.LocalCluster;
import io.peerwatch.local.LocalLogs;
import io.peerwatch.local.LocalSettings;
import io.peerwatch.schemas.apply.TopicLayout;
import io.peerwatch.schemas.apply.TopicsApply;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.Topics;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code peerwatch local}: broker and registry on this machine. */
@Command(
    name = "local",
    header = "Run a Kafka broker and a schema registry on this machine.",
    description = {
      "A real broker and a Confluent-compatible registry on 127.0.0.1, with Peerwatch's topics"
          + " made, until stopped. The data is kept and found again at the next start."
    },
    footer = {
      "Examples:",
      "  peerwatch local",
      "  peerwatch local --brokers 3 --data /tmp/three",
      "  peerwatch local --brokers 3 --control   # then type: stop 2, start 2",
      "  peerwatch local --port 0 --registry-port 0"
    })
public final class LocalCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--brokers",
      paramLabel = "N",
      defaultValue = "1",
      description = "Brokers, on ports that follow each other. Default: ${DEFAULT-VALUE}")
  private int brokers;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "9092",
      description = "Port of the first broker; 0 for free ones. Default: ${DEFAULT-VALUE}")
  private int port;

  @Option(
      names = "--registry-port",
      paramLabel = "PORT",
      defaultValue = "8081",
      description = "Port of the registry; 0 for a free one. Default: ${DEFAULT-VALUE}")
  private int registryPort;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description =
          "Where the data is kept. Default: ~/.peerwatch/local, or local-N for several brokers")
  private Path data;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "4",
      description = "Partitions of the topics keyed by group. Default: ${DEFAULT-VALUE}")
  private int partitions;

  @Option(
      names = "--prefix",
      paramLabel = "TEXT",
      defaultValue = Topics.PREFIX_DEFAULT,
      description = "What the topics' names start with. Default: ${DEFAULT-VALUE}")
  private String prefix;

  @Option(
      names = "--control",
      description =
          "Take lines from standard input: 'stop N' takes broker N down, 'start N' brings it back.")
  private boolean control;

  public LocalCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    Terminal terminal = session.terminal();
    Path folder = data == null ? defaultFolder() : data;
    Logging.quieten(LocalLogs.LEVELS);
    session.stop().listen();
    terminal.note("local: starting");
    try (LocalCluster cluster =
        LocalCluster.start(new LocalSettings(brokers, port, registryPort, folder))) {
      TopicsApply.Applied applied = applyTopics(cluster);
      terminal.line("broker    " + cluster.bootstrapServers());
      terminal.line("registry  " + cluster.registryUrl());
      terminal.line("topics    %d, names start with '%s'".formatted(Topics.all().size(), prefix));
      terminal.line("data      " + folder.toAbsolutePath());
      applied.left().forEach(terminal::note);
      terminal.note("local: running; stop with Ctrl-C");
      if (control) {
        terminal.note("local: brokers 1 to %d; type 'stop N' or 'start N'".formatted(brokers));
        BrokerControl.listen(System.in, cluster, terminal::note);
      }
      session.stop().await();
      terminal.note("local: stopping");
    }
    terminal.note("local: stopped, the data is kept in " + folder.toAbsolutePath());
    return 0;
  }

  private TopicsApply.Applied applyTopics(LocalCluster cluster) {
    var settings = ConnectionSettings.of(cluster.bootstrapServers(), cluster.registryUrl(), prefix);
    var layout =
        new TopicLayout(OptionalInt.of(partitions), OptionalInt.of(Math.min(brokers, 3)), false);
    return new TopicsApply(settings, layout).run();
  }

  private Path defaultFolder() {
    String name = brokers == 1 ? "local" : "local-" + brokers;
    return Path.of(System.getProperty("user.home"), ".peerwatch", name);
  }
}
