package io.peerwatch.cli.command;

import io.peerwatch.cli.option.ConnectionOptions;
import io.peerwatch.cli.run.Connecting;
import io.peerwatch.cli.run.Session;
import io.peerwatch.consumers.dashboard.DashboardServer;
import io.peerwatch.schemas.access.Access;
import io.peerwatch.schemas.settings.ConnectionSettings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code peerwatch dashboard}: groups and alerts in a browser. */
@Command(
    name = "dashboard",
    header = "Show groups, hosts and alerts in a browser on this machine.",
    description = "Serves a page on 127.0.0.1 until stopped. It reads topics and writes nothing.",
    footer = {"Example:", "  peerwatch dashboard --port 8090"})
public final class DashboardCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Port on 127.0.0.1; 0 for a free one. Default: ${DEFAULT-VALUE}")
  private int port;

  @Mixin private final ConnectionOptions connection;

  public DashboardCommand(Session session) {
    this.session = session;
    this.connection = new ConnectionOptions(session.sources());
  }

  @Override
  public Integer call() throws InterruptedException {
    ConnectionSettings reached = new Connecting(session).toBoth(connection, Access.DASHBOARD);
    session.stop().listen();
    try (DashboardServer dashboard = new DashboardServer(reached, port)) {
      dashboard.start();
      session.terminal().line("dashboard " + dashboard.url());
      session.terminal().note("dashboard: running; stop with Ctrl-C");
      session.stop().await();
    }
    return 0;
  }
}
