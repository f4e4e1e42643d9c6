package io.peerwatch.cli.demo;

import io.peerwatch.cli.command.Version;
import io.peerwatch.cli.run.CommandFailedException;
import io.peerwatch.cli.run.Session;
import io.peerwatch.cli.terminal.Terminal;
import io.peerwatch.consumers.dashboard.DashboardServer;
import io.peerwatch.consumers.feed.TopicFeed;
import io.peerwatch.consumers.notify.AlertFilter;
import io.peerwatch.consumers.notify.ConsoleNotifier;
import io.peerwatch.local.LocalCluster;
import io.peerwatch.local.LocalSettings;
import io.peerwatch.schemas.apply.TopicLayout;
import io.peerwatch.schemas.apply.TopicsApply;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.Topics;
import io.peerwatch.streams.health.HealthSettings;
import io.peerwatch.streams.health.LagBound;
import io.peerwatch.streams.health.WatchedRunner;
import io.peerwatch.streams.run.StreamSettings;
import io.peerwatch.streams.run.StreamsRunner;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The demo, step by step: each is started when the one before it stands, and told in a line. */
final class Demo {
  private static final int DASHBOARD_PORT = 8080;
  private static final Duration STREAM_START_MAX = Duration.ofSeconds(60);
  private static final Duration LOOK_EVERY = Duration.ofMillis(300);

  private final Session session;
  private final Terminal terminal;
  private final Optional<Duration> duration;
  private final DemoSteps steps;
  private final DemoFindings findings = new DemoFindings();

  Demo(Session session, Optional<Duration> duration) {
    this.session = session;
    this.terminal = session.terminal();
    this.duration = duration;
    this.steps = new DemoSteps(terminal, System::nanoTime);
  }

  void run() throws Exception {
    try (DemoFolder folder = DemoFolder.create()) {
      steps.next("starting a Kafka broker and a schema registry in this process");
      try (LocalCluster cluster = startCluster(folder.path())) {
        ConnectionSettings connection =
            ConnectionSettings.of(cluster.bootstrapServers(), cluster.registryUrl());
        steps.detail("broker %s, registry %s", cluster.bootstrapServers(), cluster.registryUrl());
        steps.next("making the topics and registering their schemas");
        new TopicsApply(connection, TopicLayout.LOCAL).run();
        steps.detail("%d topics, names start with '%s'", Topics.all().size(), connection.prefix());
        watch(connection, folder.path());
      }
    }
    terminal.line("");
    terminal.line("Everything is stopped and its data removed.");
  }

  private static LocalCluster startCluster(Path folder) {
    return LocalCluster.start(
        new LocalSettings(
            1,
            DemoPorts.usualOrFree(LocalSettings.BROKER_PORT_DEFAULT),
            DemoPorts.usualOrFree(LocalSettings.REGISTRY_PORT_DEFAULT),
            folder.resolve("kafka")));
  }

  private void watch(ConnectionSettings connection, Path folder) throws Exception {
    steps.next("starting the Streams application");
    var settings = StreamSettings.of(connection, folder.resolve("state"));
    try (var watched = new WatchedRunner(settings, health(), Version.text());
        DashboardServer dashboard = dashboard(connection)) {
      StreamsRunner runner = watched.runner();
      watched.start();
      if (!runner.awaitRunning(STREAM_START_MAX)) {
        throw new CommandFailedException("the Streams application did not start");
      }
      steps.detail("%s runs", settings.applicationId());
      watched.url().ifPresent(url -> steps.detail("metrics and health at %s/metrics", url));
      dashboard.start();
      steps.detail("dashboard at %s", dashboard.url());
      watchFleet(connection, folder, runner);
      steps.next("stopping");
    }
  }

  private void watchFleet(ConnectionSettings connection, Path folder, StreamsRunner runner)
      throws Exception {
    try (var alerts = new TopicFeed<>(connection, Topics.HOST_ALERTS, terminal::note);
        var verdicts = new TopicFeed<>(connection, Topics.GROUP_VERDICTS, terminal::note)) {
      alerts.start(true);
      verdicts.start(true);
      try (DemoFleet fleet = DemoFleet.start(connection, folder, steps);
          DemoCatchUp catchUp = fleet.catchUp();
          var telling = DemoThread.start("alerts", () -> alerts.run(this::tell), alerts::stop);
          var counting =
              DemoThread.start("verdicts", () -> verdicts.run(catchUp::add), verdicts::stop)) {
        steps.hint(connection);
        awaitEnd(runner, fleet, List.of(telling, counting));
        findings.report(fleet.truth(), Instant.now()).forEach(terminal::line);
      }
    }
  }

  private static HealthSettings health() {
    int port = DemoPorts.usualOrFree(HealthSettings.PORT_DEFAULT);
    var listen = new InetSocketAddress(HealthSettings.HOST_DEFAULT, port);
    return new HealthSettings(
        Optional.of(listen), LagBound.DEFAULT, false, false, HealthSettings.METRICS_GROUPS_DEFAULT);
  }

  private static DashboardServer dashboard(ConnectionSettings connection) {
    return new DashboardServer(connection, DemoPorts.usualOrFree(DASHBOARD_PORT));
  }

  private void tell(HostAlert alert) {
    findings.add(alert);
    steps.firstAlert();
    ConsoleNotifier.readable(AlertFilter.ALL, terminal.colour(), terminal::line).accept(alert);
  }

  private void awaitEnd(StreamsRunner runner, DemoFleet fleet, List<DemoThread> readers)
      throws Exception {
    while (!session.stop().await(LOOK_EVERY)) {
      if (runner.failed()) {
        throw new CommandFailedException("the Streams application gave up: " + runner.failure());
      }
      fleet.requireWell();
      for (DemoThread reader : readers) {
        reader.requireWell();
      }
      if (duration.isPresent() && steps.elapsed().compareTo(duration.get()) >= 0) {
        return;
      }
    }
  }
}
