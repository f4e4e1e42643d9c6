package io.peerwatch.local.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.confluent.kafka.schemaregistry.client.rest.entities.ErrorMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The routes over HTTP on 127.0.0.1: JSON in, JSON out, errors in Confluent's form. */
final class RegistryServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RegistryServer.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HOST = "127.0.0.1";
  private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final int THREADS = 8;
  private static final int BODY_BYTES_MAX = 10 << 20;

  static {
    // The JDK's server writes head and body apart; with Nagle's algorithm each answer takes 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private record Answer(int status, String body) {}

  private final Router router;
  private final HttpServer server;
  private final ExecutorService threads;

  /**
   * @param port 0: a free one
   */
  RegistryServer(int port, Router router) throws IOException {
    this.router = router;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(HOST), port), 0);
    threads = Executors.newFixedThreadPool(THREADS, RegistryServer::daemon);
    server.setExecutor(threads);
    server.createContext("/", this::exchange);
    server.start();
  }

  String url() {
    return "http://" + HOST + ":" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "schema-registry");
    thread.setDaemon(true);
    return thread;
  }

  private void exchange(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = answer(exchange);
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", CONTENT_TYPE);
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(BODY_BYTES_MAX + 1);
    try {
      if (body.length > BODY_BYTES_MAX) {
        throw new RegistryException(413, "The body is larger than " + BODY_BYTES_MAX + " bytes");
      }
      var address = exchange.getRequestURI();
      Object found =
          router.answer(
              exchange.getRequestMethod(), address.getRawPath(), address.getRawQuery(), body);
      return new Answer(200, text(found));
    } catch (RegistryException refused) {
      return refusal(refused);
    } catch (RuntimeException failure) {
      LOG.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), failure);
      return refusal(new RegistryException(50001, "Internal error: " + failure, failure));
    }
  }

  private static Answer refusal(RegistryException refused) throws JsonProcessingException {
    ErrorMessage error = new ErrorMessage(refused.errorCode(), refused.getMessage());
    return new Answer(refused.httpStatus(), JSON.writeValueAsString(error));
  }

  private static String text(Object found) {
    if (found instanceof Router.RawText raw) {
      return raw.text();
    }
    try {
      return JSON.writeValueAsString(found);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("no JSON of " + found.getClass(), failure);
    }
  }
}
