package io.peerwatch.local.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;

/**
 * A request whose route is known.
 *
 * @param path what the route's {@code {names}} stand for, decoded
 * @param query decoded; the last one wins if a name comes twice
 */
record Request(Map<String, String> path, Map<String, String> query, byte[] body) {
  /** Newer clients send fields that this registry doesn't know. */
  private static final ObjectMapper JSON =
      new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

  String subject() {
    return path.get("subject");
  }

  VersionNumber version() {
    return VersionNumber.parse(path.get("version"));
  }

  /** Throws 404 for what is no number. */
  int id() {
    try {
      return Integer.parseInt(path.get("id"));
    } catch (NumberFormatException noNumber) {
      throw new RegistryException(404, "HTTP 404 Not Found", noNumber);
    }
  }

  boolean is(String flag) {
    return Boolean.parseBoolean(query.get(flag));
  }

  Include include() {
    if (is("deletedOnly")) {
      return Include.DELETED_ONLY;
    }
    return is("deleted") ? Include.ALL : Include.LIVE;
  }

  /** Throws 400 for a body that isn't the JSON asked for. */
  <T> T body(Class<T> type) {
    try {
      T parsed = JSON.readValue(body, type);
      if (parsed != null) {
        return parsed;
      }
    } catch (JsonProcessingException malformed) {
      throw new RegistryException(400, malformed.getOriginalMessage(), malformed);
    } catch (IOException unreadable) {
      throw new RegistryException(400, unreadable.getMessage(), unreadable);
    }
    throw new RegistryException(400, "The body is empty");
  }
}
