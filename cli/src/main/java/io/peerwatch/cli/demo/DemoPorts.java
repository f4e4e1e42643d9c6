package io.peerwatch.cli.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The usual ports where nobody has them, so that other commands find the demo by default. */
final class DemoPorts {
  private static final int ANY_FREE = 0;

  private DemoPorts() {}

  static int usualOrFree(int usual) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), usual));
      return usual;
    } catch (IOException e) {
      return ANY_FREE; // somebody has it
    }
  }
}
