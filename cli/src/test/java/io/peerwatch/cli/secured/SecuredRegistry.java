package io.peerwatch.cli.secured;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyStore;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A registry behind TLS and a password, as operators put it there: hands on to an open one. */
final class SecuredRegistry implements AutoCloseable {
  static final String USER = "registry-user";
  static final String PASSWORD = "geheim-registry";

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final HttpClient client = HttpClient.newHttpClient();
  private final String open;

  SecuredRegistry(Identity identity, String openUrl) throws Exception {
    open = openUrl;
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls(identity)));
    server.setExecutor(threads);
    server.createContext("/", this::handOn).setAuthenticator(new OneUser());
    server.start();
  }

  String url() {
    return "https://127.0.0.1:" + port();
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handOn(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes());
      var request =
          HttpRequest.newBuilder(URI.create(open + exchange.getRequestURI()))
              .method(exchange.getRequestMethod(), body)
              .header("Content-Type", "application/vnd.schemaregistry.v1+json")
              .build();
      HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      exchange.getResponseHeaders().set("Content-Type", "application/vnd.schemaregistry.v1+json");
      exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static SSLContext tls(Identity identity) throws Exception {
    char[] password = Identity.PASSWORD.toCharArray();
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(KeyStore.getInstance(identity.keyStore().toFile(), password), password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static final class OneUser extends BasicAuthenticator {
    OneUser() {
      super("registry");
    }

    @Override
    public boolean checkCredentials(String user, String password) {
      return USER.equals(user) && PASSWORD.equals(password);
    }
  }
}
