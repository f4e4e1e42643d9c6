package io.peerwatch.streams.health;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Answers over HTTP: {@code /metrics} in Prometheus' text form; {@code /health/live} and {@code
 * /health/ready} with 200 or 503 and the reasons in words. Reading is all that can be done here.
 */
public final class HealthServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
  private static final int BACKLOG = 16;
  private static final int THREADS = 2;

  private final HttpServer server;
  private final ExecutorService threads;
  private final Readiness readiness;
  private final Supplier<String> metrics;

  private HealthServer(HttpServer server, Readiness readiness, Supplier<String> metrics) {
    this.server = server;
    this.readiness = readiness;
    this.metrics = metrics;
    this.threads =
        Executors.newFixedThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "health");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Begins to answer.
   *
   * @param at port 0 takes a free one
   * @throws IOException when it can't listen there
   */
  public static HealthServer start(
      InetSocketAddress at, Readiness readiness, Supplier<String> metrics) throws IOException {
    var health = new HealthServer(HttpServer.create(at, BACKLOG), readiness, metrics);
    health.server.setExecutor(health.threads);
    health.server.createContext("/", health::answer);
    health.server.start();
    return health;
  }

  /** Where it answers, without a path. */
  public URI url() {
    InetSocketAddress address = server.getAddress();
    String host = address.getAddress().getHostAddress();
    return URI.create(
        "http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, address.getPort()));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      if (!method.equals("GET") && !method.equals("HEAD")) {
        send(exchange, 405, "text/plain; charset=utf-8", "only GET is answered here\n");
        return;
      }
      switch (exchange.getRequestURI().getPath()) {
        case "/metrics" -> send(exchange, 200, PROMETHEUS, metrics.get());
        case "/health/live" -> send(exchange, "live", readiness.live());
        case "/health/ready" -> send(exchange, "ready", readiness.ready());
        default ->
            send(
                exchange,
                404,
                "text/plain; charset=utf-8",
                "there are /metrics, /health/live and /health/ready\n");
      }
    }
  }

  private static void send(HttpExchange exchange, String what, Readiness.Answer answer)
      throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(what, answer.yes());
    fields.put("why", answer.why());
    send(exchange, answer.yes() ? 200 : 503, "application/json", json(fields) + "\n");
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
    if (!head) {
      exchange.getResponseBody().write(bytes);
    }
  }

  private static String json(Map<String, Object> fields) {
    try {
      return JSON.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("booleans and texts are always JSON", e);
    }
  }
}
