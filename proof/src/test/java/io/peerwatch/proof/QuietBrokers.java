package io.peerwatch.proof;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.peerwatch.local.LocalLogs;
import org.slf4j.LoggerFactory;

/** Brokers that come and go in this JVM don't fill the test's output. */
public final class QuietBrokers {
  private QuietBrokers() {}

  public static void apply() {
    LocalLogs.LEVELS.forEach(
        (name, level) -> ((Logger) LoggerFactory.getLogger(name)).setLevel(Level.valueOf(level)));
  }
}
