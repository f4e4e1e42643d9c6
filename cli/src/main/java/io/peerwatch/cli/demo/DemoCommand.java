package io.peerwatch.cli.demo;

import io.peerwatch.cli.log.Logging;
import io.peerwatch.cli.option.DurationText;
import io.peerwatch.cli.run.Session;
import io.peerwatch.local.LocalLogs;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code peerwatch demo}: everything on this machine, to look at. */
@Command(
    name = "demo",
    header = "See it work: everything on this machine, nothing installed beforehand.",
    description = {
      "A Kafka broker, a schema registry, a simulated fleet of which some hosts go bad, the"
          + " Streams application and a notifier, all in this process, until stopped. Its data is"
          + " thrown away at the end."
    },
    footer = {"Examples:", "  peerwatch demo", "  peerwatch demo --duration 75s"})
public final class DemoCommand implements Callable<Integer> {
  /** The steps say it better. */
  private static final Map<String, String> DEMO_LEVELS = Map.of("io.peerwatch", "WARN");

  private final Session session;

  @Option(
      names = "--duration",
      paramLabel = "DURATION",
      converter = DurationText.class,
      description = "End by itself after this long. Default: when stopped with Ctrl-C")
  private Duration duration;

  public DemoCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Logging.quieten(LocalLogs.LEVELS);
    Logging.quieten(DEMO_LEVELS);
    session.stop().listen();
    new Demo(session, Optional.ofNullable(duration)).run();
    return 0;
  }
}
