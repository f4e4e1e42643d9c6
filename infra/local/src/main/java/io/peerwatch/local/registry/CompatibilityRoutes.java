package io.peerwatch.local.registry;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.rest.entities.Config;
import io.confluent.kafka.schemaregistry.client.rest.entities.requests.CompatibilityCheckResponse;
import io.confluent.kafka.schemaregistry.client.rest.entities.requests.ConfigUpdateRequest;
import io.confluent.kafka.schemaregistry.client.rest.entities.requests.RegisterSchemaRequest;
import io.peerwatch.local.registry.RegistryRecord.SchemaVersion;
import java.util.List;
import java.util.Optional;

/** Levels read and set, and schemas tried before they are registered. */
final class CompatibilityRoutes {
  private static final String GLOBAL = "/config";
  private static final String OF_SUBJECT = "/config/{subject}";
  private static final String TRY_ALL = "/compatibility/subjects/{subject}/versions";
  private static final String TRY_ONE = TRY_ALL + "/{version}";

  private final RegisteredSchemas schemas;
  private final SchemaParsing parsing;
  private final Compatibility compatibility;

  CompatibilityRoutes(
      RegisteredSchemas schemas, SchemaParsing parsing, Compatibility compatibility) {
    this.schemas = schemas;
    this.parsing = parsing;
    this.compatibility = compatibility;
  }

  void addTo(Router router) {
    router.on("GET", GLOBAL, request -> new Config(compatibility.global().name));
    router.on("PUT", GLOBAL, request -> set(Optional.empty(), request));
    router.on("DELETE", GLOBAL, request -> unset(Optional.empty()));
    router.on("GET", OF_SUBJECT, this::levelOfSubject);
    router.on("PUT", OF_SUBJECT, request -> set(Optional.of(request.subject()), request));
    router.on("DELETE", OF_SUBJECT, request -> unset(Optional.of(request.subject())));
    router.on("POST", TRY_ALL, this::tryAll);
    router.on("POST", TRY_ONE, this::tryOne);
  }

  private Object levelOfSubject(Request request) {
    String subject = request.subject();
    CompatibilityLevel level =
        request.is("defaultToGlobal")
            ? compatibility.of(subject)
            : compatibility
                .set(Optional.of(subject))
                .orElseThrow(() -> RegistryException.noLevelOf(subject));
    return new Config(level.name);
  }

  private Object set(Optional<String> subject, Request request) {
    ConfigUpdateRequest asked = request.body(ConfigUpdateRequest.class);
    compatibility.set(subject, asked.getCompatibilityLevel());
    ConfigUpdateRequest answer = new ConfigUpdateRequest();
    answer.setCompatibilityLevel(compatibility.set(subject).orElseThrow().name);
    return answer;
  }

  private Object unset(Optional<String> subject) {
    return new Config(compatibility.unset(subject).name);
  }

  private Object tryAll(Request request) {
    return answer(request, schemas.versions(request.subject(), Include.LIVE));
  }

  /** Before the first version, whatever comes is compatible with the latest. */
  private Object tryOne(Request request) {
    List<SchemaVersion> live = schemas.versions(request.subject(), Include.LIVE);
    VersionNumber version = request.version();
    if (live.isEmpty() && version.isLatest()) {
      return answer(request, List.of());
    }
    return answer(request, List.of(version.in(live, request.subject())));
  }

  private CompatibilityCheckResponse answer(Request request, List<SchemaVersion> before) {
    ParsedSchema schema =
        parsing.parse(request.body(RegisterSchemaRequest.class), request.is("normalize"));
    List<String> objections = compatibility.objections(request.subject(), schema, before);
    CompatibilityCheckResponse response = new CompatibilityCheckResponse();
    response.setIsCompatible(objections.isEmpty());
    response.setMessages(request.is("verbose") ? objections : null);
    return response;
  }
}
