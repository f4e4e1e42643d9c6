package io.peerwatch.local.registry;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaString;
import io.confluent.kafka.schemaregistry.client.rest.entities.SubjectVersion;
import io.peerwatch.local.registry.RegistryRecord.SchemaVersion;
import java.util.List;

/** What is asked about schemas by their id, as every reader of a message does. */
final class SchemaRoutes {
  private static final String BY_ID = "/schemas/ids/{id}";

  private final RegisteredSchemas schemas;

  SchemaRoutes(RegisteredSchemas schemas) {
    this.schemas = schemas;
  }

  void addTo(Router router) {
    router.on("GET", "/schemas", this::list);
    router.on("GET", "/schemas/types", request -> List.of(AvroSchema.TYPE));
    router.on("GET", BY_ID, this::byId);
    router.on("GET", BY_ID + "/schema", r -> new Router.RawText(withId(r).get(0).schema()));
    router.on("GET", BY_ID + "/subjects", this::subjects);
    router.on("GET", BY_ID + "/versions", this::versions);
  }

  private Object list(Request request) {
    String prefix = request.query().getOrDefault("subjectPrefix", "");
    return schemas.subjects(prefix, request.include()).stream()
        .map(subject -> schemas.versions(subject, request.include()))
        .map(all -> request.is("latestOnly") ? all.subList(all.size() - 1, all.size()) : all)
        .flatMap(List::stream)
        .map(RegistryAnswers::schema)
        .toList();
  }

  private Object byId(Request request) {
    SchemaString answer = new SchemaString(RegistryAnswers.schema(withId(request).get(0)));
    if (request.is("fetchMaxId")) {
      answer.setMaxId(schemas.highestId());
    }
    return answer;
  }

  private Object subjects(Request request) {
    return withId(request).stream()
        .filter(request.include()::takes)
        .map(SchemaVersion::subject)
        .distinct()
        .toList();
  }

  private Object versions(Request request) {
    return withId(request).stream()
        .filter(request.include()::takes)
        .map(schema -> new SubjectVersion(schema.subject(), schema.version()))
        .toList();
  }

  private List<SchemaVersion> withId(Request request) {
    List<SchemaVersion> found = schemas.withId(request.id());
    if (found.isEmpty()) {
      throw RegistryException.schemaNotFound(request.id());
    }
    return found;
  }
}
