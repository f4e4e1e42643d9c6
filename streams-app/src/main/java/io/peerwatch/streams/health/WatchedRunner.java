package io.peerwatch.streams.health;

import io.peerwatch.streams.canary.Canary;
import io.peerwatch.streams.canary.RoundTrips;
import io.peerwatch.streams.run.StreamSettings;
import io.peerwatch.streams.run.StreamStartException;
import io.peerwatch.streams.run.StreamsRunner;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** The application together with those who tell how it is. */
public final class WatchedRunner implements AutoCloseable {
  private final HealthSettings settings;
  private final FleetMetrics metrics = new FleetMetrics(Clock.systemUTC());
  private final StreamsRunner runner;
  private final Optional<HealthServer> server;
  private final Optional<RoundTrips> trips;
  private final StreamSettings stream;
  private Canary canary;

  /**
   * Begins to answer over HTTP; the application is not started yet, so it is alive and not ready.
   *
   * @param version of this build
   * @throws StreamStartException when it cannot listen, with what to do
   */
  public WatchedRunner(StreamSettings stream, HealthSettings settings, String version) {
    this.stream = stream;
    this.settings = settings;
    this.runner = new StreamsRunner(stream, metrics::verdictAfter);
    var readiness = new Readiness(runner::vitals, settings.readyLag(), Clock.systemUTC());
    metrics.bind(runner::vitals, readiness, settings.metricsGroups(), version);
    this.trips = settings.canary() ? Optional.of(metrics.bindCanary()) : Optional.empty();
    this.server = settings.listen().map(at -> listen(at, readiness));
  }

  /** Starts the application. */
  public void start() {
    runner.start();
    if (settings.kafkaMetrics()) {
      metrics.bindKafka();
    }
    trips.ifPresent(this::startCanary);
  }

  private void startCanary(RoundTrips measured) {
    canary =
        new Canary(
            stream.connection(),
            measured,
            () -> runner.vitals().counts().readUpTo().keySet(),
            runner.partitions(),
            Canary.INTERVAL);
    canary.start();
  }

  public StreamsRunner runner() {
    return runner;
  }

  /** What {@code /metrics} answers. */
  public String metrics() {
    return metrics.text();
  }

  /** Where it answers; empty when it does not. */
  public Optional<URI> url() {
    return server.map(HealthServer::url);
  }

  /** Stops the application; it answers, as alive and not ready, until that has ended. */
  @Override
  public void close() {
    if (canary != null) {
      canary.close();
    }
    runner.close();
    server.ifPresent(HealthServer::close);
    metrics.close();
  }

  private HealthServer listen(InetSocketAddress at, Readiness readiness) {
    try {
      return HealthServer.start(at, readiness, metrics::text);
    } catch (IOException e) {
      throw new StreamStartException(
          "--health-listen %s:%d: cannot listen there (%s): name another port, 0 for any free one, or none"
              .formatted(at.getHostString(), at.getPort(), e.getMessage()),
          e);
    }
  }
}
