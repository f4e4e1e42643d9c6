package io.peerwatch.consumers.dashboard.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.peerwatch.consumers.dashboard.latest.Latest;
import io.peerwatch.consumers.dashboard.read.ReadingHealth;
import java.time.InstantSource;
import java.util.Map;

/**
 * The questions that the page asks. Groups and metrics are named in the query, because a name may
 * hold slashes and dots that a path would take for its own.
 */
public final class Api {
  private static final int LINES_MAX = 300;
  private static final int POINTS_MIN = 50;
  private static final int POINTS_MAX = 2_000;

  private final Latest latest;
  private final ReadingHealth health;
  private final InstantSource clock;

  public Api(Latest latest, ReadingHealth health, InstantSource clock) {
    this.latest = latest;
    this.health = health;
    this.clock = clock;
  }

  public void addTo(RoutesConfig routes) {
    routes.get("/api/groups", ctx -> answer(ctx, GroupsAnswer.of(latest, health, clock.millis())));
    routes.get("/api/alerts", ctx -> answer(ctx, AlertsAnswer.of(latest, ctx.queryParam("group"))));
    routes.get(
        "/api/metrics", ctx -> answer(ctx, MetricsAnswer.of(latest, required(ctx, "group"))));
    routes.get("/api/series", ctx -> answer(ctx, SeriesAnswer.of(latest, seriesQuery(ctx))));
    routes.get("/healthz", this::health);
    routes.exception(HttpResponseException.class, Api::refuse);
  }

  private void health(Context ctx) {
    HealthAnswer answer = HealthAnswer.of(latest, health);
    answer(ctx.status(answer.httpStatus()), answer);
  }

  private static SeriesAnswer.Query seriesQuery(Context ctx) {
    return new SeriesAnswer.Query(
        required(ctx, "group"),
        required(ctx, "metric"),
        ctx.queryParam("host"),
        LINES_MAX,
        points(ctx.queryParam("points")));
  }

  private static int points(String text) {
    if (text == null) {
      return POINTS_MAX;
    }
    try {
      return Math.max(POINTS_MIN, Math.min(POINTS_MAX, Integer.parseInt(text)));
    } catch (NumberFormatException e) {
      throw new BadRequestResponse("points must be a whole number");
    }
  }

  private static String required(Context ctx, String name) {
    String value = ctx.queryParam(name);
    if (value == null || value.isEmpty()) {
      throw new BadRequestResponse("Say which " + name + ": ?" + name + "=…");
    }
    return value;
  }

  private static void refuse(HttpResponseException refusal, Context ctx) {
    answer(ctx.status(refusal.getStatus()), Map.of("error", refusal.getMessage()));
  }

  private static void answer(Context ctx, Object answer) {
    ctx.contentType("application/json; charset=utf-8")
        .header("Cache-Control", "no-store")
        .result(Json.bytes(answer));
  }
}
