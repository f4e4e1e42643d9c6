package io.peerwatch.local.registry;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From a method and an address to the handler that answers. */
final class Router {

  /** Returns what becomes the answer's JSON, or a {@link RawText}. */
  interface Handler {
    Object answer(Request request);
  }

  /** An answer that is text already. */
  record RawText(String text) {}

  private record Route(String method, String[] parts, Handler handler) {}

  private final List<Route> routes = new ArrayList<>();

  /**
   * @param pattern such as {@code /subjects/{subject}}; a fixed part must be added before a name at
   *     the same place
   */
  void on(String method, String pattern, Handler handler) {
    routes.add(new Route(method, pattern.split("/", -1), handler));
  }

  /** Throws 404 for an unknown address, 405 for a known one with another method. */
  Object answer(String method, String rawPath, String rawQuery, byte[] body) {
    boolean known = false;
    String[] parts = withoutEndingSlash(rawPath).split("/", -1);
    for (Route route : routes) {
      Optional<Map<String, String>> path = match(route.parts(), parts);
      if (path.isPresent() && route.method().equals(method)) {
        return route.handler().answer(new Request(path.get(), query(rawQuery), body));
      }
      known |= path.isPresent();
    }
    throw known
        ? new RegistryException(405, "HTTP 405 Method Not Allowed")
        : new RegistryException(404, "HTTP 404 Not Found");
  }

  private static Optional<Map<String, String>> match(String[] pattern, String[] parts) {
    if (pattern.length != parts.length) {
      return Optional.empty();
    }
    Map<String, String> names = new HashMap<>();
    for (int i = 0; i < parts.length; i++) {
      if (pattern[i].startsWith("{") && !parts[i].isEmpty()) {
        names.put(pattern[i].substring(1, pattern[i].length() - 1), decode(parts[i]));
      } else if (!pattern[i].equals(parts[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(names);
  }

  private static String withoutEndingSlash(String path) {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new HashMap<>();
    if (raw != null) {
      for (String pair : raw.split("&", -1)) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        query.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
      }
    }
    return query;
  }

  /** In addresses a plus is a plus. */
  private static String decode(String raw) {
    try {
      return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw new RegistryException(400, "Malformed address: " + raw, malformed);
    }
  }
}
