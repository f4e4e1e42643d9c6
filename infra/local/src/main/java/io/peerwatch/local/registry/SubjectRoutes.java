package io.peerwatch.local.registry;

import io.confluent.kafka.schemaregistry.client.rest.entities.requests.RegisterSchemaRequest;
import io.confluent.kafka.schemaregistry.client.rest.entities.requests.RegisterSchemaResponse;
import io.peerwatch.local.registry.RegistryRecord.SchemaVersion;
import java.util.List;

/** What is asked about subjects and their versions. */
final class SubjectRoutes {
  private static final String SUBJECT = "/subjects/{subject}";
  private static final String VERSIONS = SUBJECT + "/versions";
  private static final String VERSION = VERSIONS + "/{version}";

  private final RegisteredSchemas schemas;
  private final Registration registration;
  private final Deletion deletion;

  SubjectRoutes(RegisteredSchemas schemas, Registration registration, Deletion deletion) {
    this.schemas = schemas;
    this.registration = registration;
    this.deletion = deletion;
  }

  void addTo(Router router) {
    router.on("GET", "/subjects", this::subjects);
    router.on("POST", SUBJECT, this::lookup);
    router.on("DELETE", SUBJECT, this::deleteSubject);
    router.on("GET", VERSIONS, this::versions);
    router.on("POST", VERSIONS, this::register);
    router.on("GET", VERSION, request -> RegistryAnswers.schema(version(request)));
    router.on("DELETE", VERSION, this::deleteVersion);
    router.on("GET", VERSION + "/schema", r -> new Router.RawText(version(r).schema()));
    router.on("GET", VERSION + "/referencedby", this::referencedBy);
  }

  private Object subjects(Request request) {
    String prefix = request.query().getOrDefault("subjectPrefix", "");
    return schemas.subjects(prefix, request.include());
  }

  private Object lookup(Request request) {
    return RegistryAnswers.schema(
        registration.lookup(
            request.subject(),
            request.body(RegisterSchemaRequest.class),
            request.is("normalize"),
            request.include()));
  }

  private Object register(Request request) {
    int id =
        registration.register(
            request.subject(), request.body(RegisterSchemaRequest.class), request.is("normalize"));
    RegisterSchemaResponse response = new RegisterSchemaResponse();
    response.setId(id);
    return response;
  }

  private Object versions(Request request) {
    List<SchemaVersion> found = schemas.versions(request.subject(), request.include());
    if (found.isEmpty()) {
      throw RegistryException.subjectNotFound(request.subject());
    }
    return found.stream().map(SchemaVersion::version).toList();
  }

  private SchemaVersion version(Request request) {
    return request
        .version()
        .in(schemas.versions(request.subject(), request.include()), request.subject());
  }

  private Object referencedBy(Request request) {
    SchemaVersion version = version(request);
    return schemas.referrers(version.subject(), version.version());
  }

  private Object deleteSubject(Request request) {
    return deletion.deleteSubject(request.subject(), request.is("permanent"));
  }

  private Object deleteVersion(Request request) {
    return deletion.deleteVersion(request.subject(), request.version(), request.is("permanent"));
  }
}
