package io.peerwatch.producers.agent;

import java.util.Map;

/** Reads a machine. */
interface HostReader {
  RawReading read();

  /** What doesn't change while the agent runs, such as {@code os.type}. */
  Map<String, String> attributes();

  /** The machine's own name for itself. */
  String hostName();
}
