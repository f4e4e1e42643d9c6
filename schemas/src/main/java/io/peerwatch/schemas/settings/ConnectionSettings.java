package io.peerwatch.schemas.settings;

import io.peerwatch.schemas.topics.TopicSpec;
import io.peerwatch.schemas.topics.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * Where Kafka and the schema registry are, and how to get in.
 *
 * @param bootstrapServers {@code host:port}, separated by commas
 * @param registryUrl {@code http(s)://host:port}, several separated by commas; a {@code
 *     user:password@} in it is taken out and sent as basic authentication
 * @param prefix what every topic's name starts with; empty: nothing
 * @param kafka any properties of Kafka's clients, passed through as they are
 * @param registry any properties of Confluent's registry client by their names there, such as
 *     {@code basic.auth.user.info} or {@code schema.registry.ssl.truststore.location}
 */
public record ConnectionSettings(
    String bootstrapServers,
    String registryUrl,
    String prefix,
    Map<String, String> kafka,
    Map<String, String> registry) {

  private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9._-]{0,200}");

  public ConnectionSettings {
    kafka = Map.copyOf(kafka);
    var credentials = new HashMap<>(registry);
    registryUrl = RegistryUrl.withoutUserInfo(registryUrl, credentials);
    registry = Map.copyOf(credentials);
    bootstrapServers = bootstrapServers.strip();
    BootstrapServers.parse(bootstrapServers);
    requireTopicNames(prefix);
    RegistryProperties.requireUsable(registry);
  }

  private static void requireTopicNames(String prefix) {
    if (!PREFIX.matcher(prefix).matches()) {
      throw new SettingsException(
          "'%s' cannot start a topic's name: up to 200 of A-Z a-z 0-9 . _ - (--prefix)"
              .formatted(prefix));
    }
  }

  /** An open cluster: nothing passed through. */
  public static ConnectionSettings of(String bootstrapServers, String registryUrl, String prefix) {
    return new ConnectionSettings(bootstrapServers, registryUrl, prefix, Map.of(), Map.of());
  }

  /** The same with the usual prefix. */
  public static ConnectionSettings of(String bootstrapServers, String registryUrl) {
    return of(bootstrapServers, registryUrl, Topics.PREFIX_DEFAULT);
  }

  /** For producers, consumers, admin and streams: a new map that the caller may add to. */
  public Map<String, Object> kafkaClient() {
    var properties = new HashMap<String, Object>(kafka);
    properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    return properties;
  }

  /**
   * For the registry's client and for serdes, by Confluent's names, with timeouts where none were
   * given: a new map that the caller may add to.
   */
  public Map<String, Object> registryClient() {
    return RegistryProperties.of(registryUrl, registry, kafka);
  }

  /** The full name of one of the catalogue's topics here. */
  public String topic(TopicSpec<?> spec) {
    return spec.in(prefix);
  }

  /** Names what is passed through, never its values: any of them may be a secret. */
  @Override
  public String toString() {
    return "ConnectionSettings[bootstrapServers=%s, registryUrl=%s, prefix=%s, kafka=%s, registry=%s]"
        .formatted(
            bootstrapServers,
            registryUrl,
            prefix,
            kafka.keySet().stream().sorted().toList(),
            registry.keySet().stream().sorted().toList());
  }
}
