package io.peerwatch.consumers.dashboard;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import io.peerwatch.consumers.dashboard.latest.Latest;
import io.peerwatch.consumers.dashboard.latest.MemoryBounds;
import io.peerwatch.consumers.dashboard.read.Feed;
import io.peerwatch.consumers.dashboard.read.Readers;
import io.peerwatch.consumers.dashboard.read.ReadingHealth;
import io.peerwatch.consumers.dashboard.web.Api;
import io.peerwatch.consumers.dashboard.web.Protection;
import io.peerwatch.consumers.dashboard.web.WebFiles;
import io.peerwatch.schemas.settings.ConnectionSettings;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.InstantSource;

/**
 * Serves the dashboard to browsers on this machine: a page that shows every group, its open alerts
 * with their evidence, and its hosts drawn over each other. What it shows it keeps in memory,
 * within {@link MemoryBounds}; it writes nothing.
 */
public final class DashboardServer implements AutoCloseable {
  private static final String ADDRESS = "127.0.0.1";
  private static final int PORT_MAX = 65_535;

  private final int wantedPort;
  private final Javalin web;
  private final Feed feed;

  /**
   * A dashboard of Peerwatch's topics. A broker or registry that does not answer is shown on the
   * page and tried again.
   *
   * @param port TCP port on 127.0.0.1; 0 takes a free one
   */
  public DashboardServer(ConnectionSettings connection, int port) {
    this(connection, port, Latest.within(MemoryBounds.DEFAULT), new ReadingHealth());
  }

  private DashboardServer(
      ConnectionSettings connection, int port, Latest latest, ReadingHealth health) {
    this(port, latest, health, new Readers(connection, latest, health), InstantSource.system());
  }

  DashboardServer(int port, Latest latest, ReadingHealth health, Feed feed, InstantSource clock) {
    this.wantedPort = port;
    this.feed = feed;
    Api api = new Api(latest, health, clock);
    WebFiles files = new WebFiles();
    this.web =
        Javalin.create(
            config -> {
              quieten(config);
              Protection.addTo(config.routes);
              files.addTo(config.routes);
              api.addTo(config.routes);
            });
  }

  /**
   * Starts serving, then reading.
   *
   * @throws DashboardStartException when the port is taken or may not be used
   */
  public void start() {
    try {
      requireFree();
      web.start(ADDRESS, wantedPort);
    } catch (IOException | JavalinBindException e) {
      throw new DashboardStartException(
          "Port %d on %s is taken or not allowed: choose another one with --port, or 0 for a free one"
              .formatted(wantedPort, ADDRESS),
          e);
    }
    feed.start();
  }

  /** The port that it listens on, once started. */
  public int port() {
    return web.port();
  }

  /** Where a browser finds it, once started. */
  public String url() {
    return "http://" + ADDRESS + ":" + port() + "/";
  }

  /** Stops reading and serving. */
  @Override
  public void close() {
    feed.close();
    web.stop();
  }

  /** Asks first, because the web server would log the refusal besides throwing it. */
  private void requireFree() throws IOException {
    if (wantedPort < 0 || wantedPort > PORT_MAX) {
      throw new BindException("no port has that number");
    }
    new ServerSocket(wantedPort, 1, InetAddress.getByName(ADDRESS)).close();
  }

  private static void quieten(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
  }
}
