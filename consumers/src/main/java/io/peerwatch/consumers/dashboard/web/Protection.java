package io.peerwatch.consumers.dashboard.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.util.Set;

/**
 * Keeps strangers out of the page. Names and texts come from topics, so the browser may run and
 * load nothing but the dashboard's own files. And because the server trusts whoever reaches this
 * machine, it answers only under the machine's own name: a website whose name was made to point to
 * 127.0.0.1 gets nothing.
 */
public final class Protection {
  private static final Set<String> OWN_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private Protection() {}

  public static void addTo(RoutesConfig routes) {
    routes.before(Protection::protect);
  }

  private static void protect(Context ctx) {
    ctx.header("Content-Security-Policy", POLICY);
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("Referrer-Policy", "no-referrer");
    ctx.header("Cross-Origin-Resource-Policy", "same-origin");
    if (!OWN_NAMES.contains(nameIn(ctx.header("Host")))) {
      throw new ForbiddenResponse("Ask for the dashboard by http://127.0.0.1 or localhost");
    }
  }

  /** The name before the port; empty when there is none. */
  private static String nameIn(String host) {
    return host == null ? "" : host.replaceFirst(":[0-9]+$", "");
  }
}
