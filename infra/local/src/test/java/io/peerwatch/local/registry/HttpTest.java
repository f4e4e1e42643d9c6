package io.peerwatch.local.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What tools other than Confluent's client see: bytes, statuses and headers. */
class HttpTest {
  private static final String INT = "{\"schema\":\"\\\"int\\\"\"}";
  private static final String STRING = "{\"schema\":\"\\\"string\\\"\"}";

  private final MemorySchemaLog log = new MemorySchemaLog();
  private final LocalRegistry registry = LocalRegistry.start(log, 0);

  @AfterEach
  void close() {
    registry.close();
  }

  @Test
  void shouldAnswerAsConfluentDoes() throws Exception {
    assertThat(send("GET", "/", "")).isEqualTo("200 {}");
    assertThat(send("GET", "/subjects", "")).isEqualTo("200 []");
    assertThat(send("POST", "/subjects/s/versions", INT)).isEqualTo("200 {\"id\":1}");
    assertThat(send("GET", "/subjects/s/versions/latest", ""))
        .isEqualTo("200 {\"subject\":\"s\",\"version\":1,\"id\":1,\"schema\":\"\\\"int\\\"\"}");
    assertThat(send("GET", "/subjects/s/versions/1/schema", "")).isEqualTo("200 \"int\"");
    assertThat(send("GET", "/schemas/ids/1", "")).isEqualTo("200 {\"schema\":\"\\\"int\\\"\"}");
    assertThat(send("GET", "/schemas/ids/1/versions", ""))
        .isEqualTo("200 [{\"subject\":\"s\",\"version\":1}]");
    assertThat(send("GET", "/schemas/types", "")).isEqualTo("200 [\"AVRO\"]");
    assertThat(send("GET", "/config", "")).isEqualTo("200 {\"compatibilityLevel\":\"BACKWARD\"}");
    assertThat(send("PUT", "/config", "{\"compatibility\":\"none\"}"))
        .isEqualTo("200 {\"compatibility\":\"NONE\"}");
    assertThat(send("GET", "/mode", "")).isEqualTo("200 {\"mode\":\"READWRITE\"}");
    assertThat(send("DELETE", "/subjects/s", "")).isEqualTo("200 [1]");
  }

  @Test
  void shouldTryOutSchemasAgainstOneVersionOrAll() throws Exception {
    String latest = "/compatibility/subjects/s/versions/latest";
    assertThat(send("POST", latest, INT)).isEqualTo("200 {\"is_compatible\":true}");
    assertThat(send("POST", "/compatibility/subjects/s/versions/1", INT)).startsWith("404 ");
    send("POST", "/subjects/s/versions", INT);
    assertThat(send("POST", latest, STRING)).isEqualTo("200 {\"is_compatible\":false}");
    assertThat(send("POST", "/compatibility/subjects/s/versions", STRING))
        .isEqualTo("200 {\"is_compatible\":false}");
    assertThat(send("POST", latest + "?verbose=true", STRING)).contains("TYPE_MISMATCH");
  }

  @Test
  void shouldGiveErrorsInConfluentsForm() throws Exception {
    assertThat(send("GET", "/subjects/s/versions", ""))
        .isEqualTo("404 {\"error_code\":40401,\"message\":\"Subject 's' not found.\"}");
    assertThat(send("GET", "/subjects/s/versions/0", "")).startsWith("422 {\"error_code\":42202,");
    assertThat(send("POST", "/subjects/s/versions", "{\"schema\":\"nonsense\"}"))
        .startsWith("422 {\"error_code\":42201,");
    assertThat(send("GET", "/config/s", "")).startsWith("404 {\"error_code\":40408,");
    assertThat(send("GET", "/config/s?defaultToGlobal=true", ""))
        .isEqualTo("200 {\"compatibilityLevel\":\"BACKWARD\"}");
    assertThat(send("GET", "/mode/s", "")).startsWith("404 {\"error_code\":40409,");
    assertThat(send("GET", "/nothing", "")).startsWith("404 {\"error_code\":404,");
    assertThat(send("PUT", "/subjects", "")).startsWith("405 {\"error_code\":405,");
    assertThat(send("GET", "/schemas/ids/x", "")).startsWith("404 ");
  }

  @Test
  void shouldSurviveBodiesThatAreNoneOfTheJsonAskedFor() throws Exception {
    for (String body : new String[] {"", "{", "[]", "null", "7"}) {
      assertThat(send("POST", "/subjects/s/versions", body)).startsWith("400 {\"error_code\":400,");
    }
    assertThat(send("POST", "/subjects/s/versions", "{}")).startsWith("422 ");
    assertThat(send("POST", "/subjects/s/versions", "{\"new\":1," + INT.substring(1)))
        .isEqualTo("200 {\"id\":1}");
    assertThat(send("POST", "/subjects/s/versions", "x".repeat(11 << 20))).startsWith("413 ");
  }

  @Test
  void shouldGoOnReadingWhileTheLogFails() throws Exception {
    send("POST", "/subjects/s/versions", INT);
    log.failWrites(true);
    assertThat(send("POST", "/subjects/t/versions", STRING))
        .startsWith("500 {\"error_code\":50001,");
    assertThat(send("GET", "/schemas/ids/1", "")).startsWith("200 ");
    assertThat(send("POST", "/subjects/s/versions", INT)).isEqualTo("200 {\"id\":1}");
  }

  /** Status and body. */
  private String send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(registry.url() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.headers().firstValue("Content-Type"))
        .contains("application/vnd.schemaregistry.v1+json");
    return response.statusCode() + " " + response.body();
  }
}
