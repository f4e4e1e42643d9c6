package io.peerwatch.local.registry;

import java.util.List;
import java.util.Map;

/** Table of contents: what the registry answers. */
final class RegistryRoutes {
  private RegistryRoutes() {}

  static Router over(SchemaJournal journal) {
    RegisteredSchemas schemas = journal.schemas();
    SchemaParsing parsing = new SchemaParsing(schemas);
    Compatibility compatibility = new Compatibility(journal, parsing);
    Registration registration = new Registration(journal, parsing, compatibility);

    Router router = new Router();
    router.on("GET", "/", request -> Map.of());
    router.on("GET", "/contexts", request -> List.of("."));
    new SubjectRoutes(schemas, registration, new Deletion(journal)).addTo(router);
    new SchemaRoutes(schemas).addTo(router);
    new CompatibilityRoutes(schemas, parsing, compatibility).addTo(router);
    new ModeRoutes().addTo(router);
    return router;
  }
}
