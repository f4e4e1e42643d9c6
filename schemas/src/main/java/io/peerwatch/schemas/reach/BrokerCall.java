package io.peerwatch.schemas.reach;

import io.peerwatch.schemas.settings.BootstrapServers;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.settings.Failures;
import io.peerwatch.schemas.settings.UnreachableException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;

/** One question to a broker: who is in the cluster? */
final class BrokerCall {
  private static final int CONNECT_MILLIS_MAX = 3_000;

  /** How the JDK reports what the other side says of our certificate, or of there being none. */
  private static final String REFUSED_BY_BROKER = "Received fatal alert";

  private BrokerCall() {}

  static void ask(ConnectionSettings settings, Duration timeout) {
    long end = System.nanoTime() + timeout.toNanos() * 3 / 4; // leaves time to close and to say so
    requireListener(settings.bootstrapServers(), timeout);
    try (var admin = admin(settings, millisUntil(end))) {
      admin.admin().describeCluster().nodes().get(millisUntil(end), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw unreachable(settings, e.getCause());
    } catch (TimeoutException e) {
      throw new UnreachableException(silence(settings), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreachableException("interrupted while waiting for an answer", e);
    }
  }

  /**
   * Kafka's own client would retry a refused connection, with a warning each, to the last second.
   */
  private static void requireListener(String bootstrapServers, Duration timeout) {
    var addresses = BootstrapServers.parse(bootstrapServers);
    int millis = (int) Math.min(CONNECT_MILLIS_MAX, timeout.toMillis() / 2 / addresses.size() + 1);
    List<String> failures = new ArrayList<>();
    for (var address : addresses) {
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), millis);
        return;
      } catch (IOException e) {
        failures.add(Failures.line(e));
      }
    }
    throw new UnreachableException(
        "no Kafka broker at %s (%s): start one, for example with 'peerwatch local', or name yours with --bootstrap-servers"
            .formatted(bootstrapServers, String.join("; ", failures.stream().distinct().toList())));
  }

  private static ClosedAtOnce admin(ConnectionSettings settings, long millis) {
    var properties = settings.kafkaClient();
    properties.put(AdminClientConfig.CLIENT_ID_CONFIG, "peerwatch-reachability");
    properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) millis);
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) millis);
    properties.put(AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, 500L);
    properties.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000L);
    properties.put(AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG, false);
    try {
      return new ClosedAtOnce(Admin.create(properties));
    } catch (KafkaException e) {
      throw new UnreachableException("the settings for Kafka cannot be used: " + why(e), e);
    }
  }

  /** Kafka quotes what it cannot read of a login, and that may be a piece of the password. */
  private static String why(KafkaException e) {
    return Failures.rootLine(e).contains("JAAS config")
        ? "sasl.jaas.config is not '<login module> required username=\"…\" password=\"…\";'"
        : Failures.kafkaLine(e);
  }

  private static UnreachableException unreachable(ConnectionSettings settings, Throwable cause) {
    if (cause instanceof SslAuthenticationException) {
      return new UnreachableException(
          "no TLS with the Kafka broker at %s (%s): check %s"
              .formatted(settings.bootstrapServers(), Failures.rootLine(cause), tlsSetting(cause)),
          cause);
    }
    if (cause instanceof AuthenticationException) {
      return new UnreachableException(
          "the Kafka broker at %s refuses the login (%s): check sasl.mechanism and sasl.jaas.config"
              .formatted(settings.bootstrapServers(), Failures.line(cause)),
          cause);
    }
    if (cause instanceof org.apache.kafka.common.errors.TimeoutException) {
      return new UnreachableException(silence(settings), cause);
    }
    return new UnreachableException(
        "the Kafka broker at %s does not answer as it should: %s"
            .formatted(settings.bootstrapServers(), Failures.rootLine(cause)),
        cause);
  }

  /** Whose certificate it is about: the broker's, or the client's that the broker refuses. */
  private static String tlsSetting(Throwable cause) {
    return Failures.rootLine(cause).contains(REFUSED_BY_BROKER)
        ? "the client certificate, ssl.keystore.location"
        : "security.protocol and ssl.truststore.location";
  }

  /** What to say when there is a listener, or a name lookup, that does not answer. */
  static String silence(ConnectionSettings settings) {
    var protocol =
        settings
            .kafka()
            .getOrDefault(
                CommonClientConfigs.SECURITY_PROTOCOL_CONFIG,
                CommonClientConfigs.DEFAULT_SECURITY_PROTOCOL);
    return "%s does not answer Kafka requests: is it a broker, and is security.protocol=%s right for it?"
        .formatted(settings.bootstrapServers(), protocol);
  }

  private static long millisUntil(long endNanos) {
    return Math.max(1, TimeUnit.NANOSECONDS.toMillis(endNanos - System.nanoTime()));
  }

  /** An admin client whose pending calls end when it is closed. */
  private record ClosedAtOnce(Admin admin) implements AutoCloseable {
    @Override
    public void close() {
      admin.close(Duration.ZERO);
    }
  }
}
