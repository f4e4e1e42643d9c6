package io.peerwatch.local.registry;

import io.confluent.kafka.schemaregistry.client.rest.entities.requests.RegisterSchemaRequest;
import io.peerwatch.local.registry.RegistryRecord.SchemaVersion;
import java.util.List;
import java.util.Optional;

/** The registry's rules over a log in memory, without HTTP. */
final class TestRegistry {
  final SchemaJournal journal;
  final Compatibility compatibility;
  final Registration registration;
  final Deletion deletion;

  TestRegistry(SchemaLog log) {
    journal = new SchemaJournal(log);
    SchemaParsing parsing = new SchemaParsing(journal.schemas());
    compatibility = new Compatibility(journal, parsing);
    registration = new Registration(journal, parsing, compatibility);
    deletion = new Deletion(journal);
  }

  int register(String subject, String schema) {
    return registration.register(subject, request(schema), false);
  }

  SchemaVersion lookup(String subject, String schema) {
    return registration.lookup(subject, request(schema), false, Include.LIVE);
  }

  List<Integer> versions(String subject, Include include) {
    return journal.schemas().versions(subject, include).stream()
        .map(SchemaVersion::version)
        .toList();
  }

  void level(String subject, String level) {
    compatibility.set(Optional.of(subject), level);
  }

  static RegisterSchemaRequest request(String schema) {
    RegisterSchemaRequest request = new RegisterSchemaRequest();
    request.setSchema(schema);
    return request;
  }

  /** A record with these fields, each {@code name:type} or {@code name:type=default}. */
  static String schema(String... fields) {
    StringBuilder json = new StringBuilder("{\"type\":\"record\",\"name\":\"R\",\"fields\":[");
    for (int i = 0; i < fields.length; i++) {
      String[] nameAndRest = fields[i].split(":", 2);
      String[] typeAndDefault = nameAndRest[1].split("=", 2);
      json.append(i == 0 ? "" : ",")
          .append("{\"name\":\"%s\",\"type\":\"%s\"".formatted(nameAndRest[0], typeAndDefault[0]))
          .append(typeAndDefault.length == 1 ? "}" : ",\"default\":" + typeAndDefault[1] + "}");
    }
    return json.append("]}").toString();
  }
}
