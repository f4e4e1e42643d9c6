package io.peerwatch.schemas.settings;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateExpiredException;
import org.apache.kafka.common.KafkaException;

/** What was thrown, in one line for a person. */
public final class Failures {
  private Failures() {}

  /** The failure in one line; its class's name where it has no message. */
  public static String line(Throwable failure) {
    if (failure instanceof UnknownHostException) {
      return "unknown host";
    }
    if (failure instanceof ConnectException) {
      return "connection refused";
    }
    if (failure instanceof SocketTimeoutException) {
      return "no answer in time";
    }
    if (failure instanceof CertificateExpiredException) {
      return "the certificate has expired, " + failure.getMessage();
    }
    var message = failure.getMessage();
    return message == null || message.isBlank()
        ? failure.getClass().getSimpleName()
        : message.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  /** The line of what was at the bottom of it. */
  public static String rootLine(Throwable failure) {
    var root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return line(root);
  }

  /** What Kafka says closest to the root, and the root's own line if that says something else. */
  public static String kafkaLine(KafkaException failure) {
    var line = line(failure);
    for (Throwable at = failure; at != null; at = at.getCause()) {
      line = at instanceof KafkaException ? line(at) : line;
    }
    var root = rootLine(failure);
    return line.contains(root) ? line : line + ": " + root;
  }
}
