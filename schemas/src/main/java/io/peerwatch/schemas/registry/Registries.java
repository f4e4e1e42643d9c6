package io.peerwatch.schemas.registry;

import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.settings.Failures;
import io.peerwatch.schemas.settings.RegistryProperties;
import io.peerwatch.schemas.settings.SettingsException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Opens Confluent's client of a schema registry. */
public final class Registries {
  private static final int CACHED_PER_SUBJECT_MAX = 1_000;

  private Registries() {}

  /**
   * A client of the settings' registry. Nothing is sent yet; it may be used from any thread and
   * should be shared.
   *
   * @throws SettingsException if the settings cannot be used
   */
  public static SchemaRegistryClient connect(ConnectionSettings settings) {
    return connect(settings.registryClient());
  }

  /** The same from properties by Confluent's names. */
  public static SchemaRegistryClient connect(Map<String, ?> properties) {
    var usable = RegistryProperties.usable(properties);
    var url = usable.get(RegistryProperties.URL);
    if (url == null) {
      throw new SettingsException("no schema registry given: set " + RegistryProperties.URL);
    }
    var urls = Stream.of(url.toString().split(",", -1)).map(String::strip).toList();
    try {
      return new CachedSchemaRegistryClient(
          urls, CACHED_PER_SUBJECT_MAX, List.of(new AvroSchemaProvider()), usable, Map.of());
    } catch (RuntimeException e) { // its TLS and login parts throw whatever comes
      throw new SettingsException(
          "the settings for the schema registry cannot be used: " + Failures.rootLine(e));
    }
  }
}
