package io.peerwatch.local;

import java.util.Map;
import org.apache.kafka.common.security.auth.SecurityProtocol;

/**
 * One more listener of every broker, on free ports of 127.0.0.1. It stands beside the open listener
 * on which the brokers talk to each other and the registry talks to them.
 *
 * @param name Kafka's name of it, upper-case letters, such as SASL
 * @param settings by Kafka's names without the listener's prefix, such as ssl.keystore.location
 */
public record ExtraListener(String name, SecurityProtocol protocol, Map<String, String> settings) {
  public ExtraListener {
    settings = Map.copyOf(settings);
  }
}
