package io.peerwatch.local.broker;

import io.peerwatch.local.LocalStartException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports on 127.0.0.1, checked before anything starts.
 *
 * <p>Free ones are taken from below the range that operating systems hand to outgoing connections,
 * so none of those takes the port between the check and the broker's bind, or while one broker of
 * several is down.
 */
public final class LocalPorts {
  public static final String HOST = "127.0.0.1";

  private static final int FREE_FROM = 20_000;
  private static final int FREE_TO = 32_000;
  private static final int ATTEMPTS_MAX = 1_000;

  private LocalPorts() {}

  /**
   * Throws with one line for the user if the port can't be listened on.
   *
   * @param port 1 to 65535
   * @param option the command line's option that chooses another, for the message
   */
  public static void requireFree(int port, String option) {
    try {
      bind(port);
    } catch (IOException taken) {
      throw new LocalStartException(
          isTaken(taken)
              ? "port %d on %s is taken; stop what uses it, or choose another with %s"
                  .formatted(port, HOST, option)
              : "port %d on %s can't be used (%s); choose another with %s"
                  .formatted(port, HOST, taken.getMessage(), option),
          taken);
    }
  }

  /** That many different free ports, none of those that are spoken for. */
  public static Set<Integer> free(int count, Collection<Integer> spokenFor) {
    Set<Integer> ports = new LinkedHashSet<>();
    for (int attempt = 0; attempt < ATTEMPTS_MAX && ports.size() < count; attempt++) {
      int candidate = ThreadLocalRandom.current().nextInt(FREE_FROM, FREE_TO);
      if (!spokenFor.contains(candidate) && isFree(candidate)) {
        ports.add(candidate);
      }
    }
    if (ports.size() < count) {
      throw new LocalStartException(
          "no free port found between %d and %d on %s; stop what uses them"
              .formatted(FREE_FROM, FREE_TO, HOST));
    }
    return ports;
  }

  private static boolean isFree(int port) {
    try {
      bind(port);
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  /** Binds as the broker will: a port whose last connections linger in TIME_WAIT is free. */
  private static void bind(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(HOST), port));
    }
  }

  private static boolean isTaken(IOException failure) {
    String message = String.valueOf(failure.getMessage());
    return message.contains("in use");
  }
}
