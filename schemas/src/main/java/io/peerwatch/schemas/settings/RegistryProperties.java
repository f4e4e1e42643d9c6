package io.peerwatch.schemas.settings;

import static io.confluent.kafka.schemaregistry.client.SchemaRegistryClientConfig.BASIC_AUTH_CREDENTIALS_SOURCE;
import static io.confluent.kafka.schemaregistry.client.SchemaRegistryClientConfig.BEARER_AUTH_CREDENTIALS_SOURCE;
import static io.confluent.kafka.schemaregistry.client.SchemaRegistryClientConfig.CLIENT_NAMESPACE;
import static io.confluent.kafka.schemaregistry.client.SchemaRegistryClientConfig.HTTP_CONNECT_TIMEOUT_MS;
import static io.confluent.kafka.schemaregistry.client.SchemaRegistryClientConfig.HTTP_READ_TIMEOUT_MS;
import static io.confluent.kafka.schemaregistry.client.SchemaRegistryClientConfig.MISSING_CACHE_SIZE_CONFIG;
import static io.confluent.kafka.schemaregistry.client.SchemaRegistryClientConfig.MISSING_ID_CACHE_TTL_CONFIG;
import static io.confluent.kafka.schemaregistry.client.SchemaRegistryClientConfig.MISSING_SCHEMA_CACHE_TTL_CONFIG;
import static io.confluent.kafka.schemaregistry.client.SchemaRegistryClientConfig.MISSING_VERSION_CACHE_TTL_CONFIG;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.config.SaslConfigs;

/** What Confluent's registry client is configured with, by its own names. */
public final class RegistryProperties {
  /** Where the registry is; several URLs separated by commas. */
  public static final String URL = "schema.registry.url";

  private static final int CONNECT_TIMEOUT_MILLIS = 5_000;
  private static final int READ_TIMEOUT_MILLIS = 10_000;

  /** Records that name an unknown schema would otherwise cost one request each. */
  private static final long MISSING_ID_SECONDS = 10;

  private static final String SASL_INHERIT = "SASL_INHERIT";
  private static final Set<String> BASIC_SOURCES = Set.of("URL", "USER_INFO", SASL_INHERIT);
  private static final Set<String> BEARER_SOURCES = Set.of("STATIC_TOKEN", "CUSTOM");

  /** The client casts these instead of reading them. */
  private static final Map<String, Function<String, Object>> NUMBERS =
      Map.of(
          HTTP_CONNECT_TIMEOUT_MS, Integer::valueOf,
          HTTP_READ_TIMEOUT_MS, Integer::valueOf,
          MISSING_CACHE_SIZE_CONFIG, Integer::valueOf,
          MISSING_ID_CACHE_TTL_CONFIG, Long::valueOf,
          MISSING_VERSION_CACHE_TTL_CONFIG, Long::valueOf,
          MISSING_SCHEMA_CACHE_TTL_CONFIG, Long::valueOf);

  private static final String TLS_NAMESPACE = CLIENT_NAMESPACE + "ssl.";

  /** The client lets any host's certificate pass as soon as it is told which ones to trust. */
  private static final String HOST_CHECK = TLS_NAMESPACE + "endpoint.identification.algorithm";

  private RegistryProperties() {}

  static Map<String, Object> of(
      String registryUrl, Map<String, String> registry, Map<String, String> kafka) {
    var properties = new HashMap<String, Object>();
    if (SASL_INHERIT.equals(source(registry, BASIC_AUTH_CREDENTIALS_SOURCE))
        && kafka.containsKey(SaslConfigs.SASL_JAAS_CONFIG)) {
      properties.put(SaslConfigs.SASL_JAAS_CONFIG, kafka.get(SaslConfigs.SASL_JAAS_CONFIG));
    }
    properties.putAll(registry);
    properties.put(URL, registryUrl);
    return usable(properties);
  }

  /**
   * The properties as the client can take them: numbers as numbers, timeouts where none were given.
   * Without timeouts a stuck registry would hang its caller for minutes.
   *
   * @throws SettingsException if one of them cannot be used, or would be dropped silently
   */
  public static Map<String, Object> usable(Map<String, ?> given) {
    requireUsable(given);
    var properties = new HashMap<String, Object>();
    properties.put(HTTP_CONNECT_TIMEOUT_MS, CONNECT_TIMEOUT_MILLIS);
    properties.put(HTTP_READ_TIMEOUT_MS, READ_TIMEOUT_MILLIS);
    properties.put(MISSING_ID_CACHE_TTL_CONFIG, MISSING_ID_SECONDS);
    given.forEach((name, value) -> putUsable(properties, name, value));
    if (given.keySet().stream().anyMatch(name -> name.startsWith(TLS_NAMESPACE))) {
      properties.putIfAbsent(HOST_CHECK, "https");
    }
    return properties;
  }

  private static void putUsable(Map<String, Object> properties, String name, Object value) {
    if (value == null) {
      return; // the client collects its configuration into a map that takes none
    }
    var number = NUMBERS.get(name);
    properties.put(name, number == null ? value : number(name, value.toString(), number));
  }

  private static Object number(String name, String value, Function<String, Object> read) {
    try {
      return read.apply(value.strip());
    } catch (NumberFormatException e) {
      throw new SettingsException("%s must be a whole number, not '%s'".formatted(name, value));
    }
  }

  /** The client would send no credentials at all if it did not know their source. */
  static void requireUsable(Map<String, ?> properties) {
    requireOneOf(properties, BASIC_AUTH_CREDENTIALS_SOURCE, BASIC_SOURCES, "");
    requireOneOf(
        properties,
        BEARER_AUTH_CREDENTIALS_SOURCE,
        BEARER_SOURCES,
        " (logging in by OAuth is not supported: fetch a token yourself and use STATIC_TOKEN, or"
            + " basic.auth.credentials.source)");
    if (source(properties, BASIC_AUTH_CREDENTIALS_SOURCE) != null
        && source(properties, BEARER_AUTH_CREDENTIALS_SOURCE) != null) {
      throw new SettingsException(
          "only one of %s and %s can be used"
              .formatted(BASIC_AUTH_CREDENTIALS_SOURCE, BEARER_AUTH_CREDENTIALS_SOURCE));
    }
  }

  private static void requireOneOf(
      Map<String, ?> properties, String name, Set<String> known, String advice) {
    var source = source(properties, name);
    if (source != null && !known.contains(source)) {
      throw new SettingsException(
          "%s=%s cannot be used: one of %s%s"
              .formatted(
                  name, source, String.join(", ", known.stream().sorted().toList()), advice));
    }
  }

  /** The client takes its own properties with and without its prefix. Null when not set. */
  private static String source(Map<String, ?> properties, String name) {
    var prefixed = properties.get(CLIENT_NAMESPACE + name);
    var value = prefixed == null ? properties.get(name) : prefixed;
    return value == null || value.toString().isEmpty() ? null : value.toString();
  }
}
