package io.peerwatch.local.registry;

import io.confluent.kafka.schemaregistry.client.rest.entities.Mode;
import io.confluent.kafka.schemaregistry.client.rest.entities.requests.ModeUpdateRequest;

/** The one mode of a local registry: schemas may be read and registered. */
final class ModeRoutes {
  private static final String READWRITE = "READWRITE";

  void addTo(Router router) {
    router.on("GET", "/mode", request -> new Mode(READWRITE));
    router.on("PUT", "/mode", this::set);
    router.on("GET", "/mode/{subject}", this::ofSubject);
    router.on("PUT", "/mode/{subject}", this::set);
  }

  private Object set(Request request) {
    String asked = request.body(ModeUpdateRequest.class).getMode();
    if (!READWRITE.equalsIgnoreCase(asked)) {
      throw RegistryException.notPermitted(
          "The local registry has no mode %s, only %s".formatted(asked, READWRITE));
    }
    return new Mode(READWRITE);
  }

  private Object ofSubject(Request request) {
    if (!request.is("defaultToGlobal")) {
      throw RegistryException.noModeOf(request.subject());
    }
    return new Mode(READWRITE);
  }
}
