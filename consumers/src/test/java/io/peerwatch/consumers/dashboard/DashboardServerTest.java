package io.peerwatch.consumers.dashboard;

import static io.peerwatch.consumers.dashboard.MadeUpFleet.NOON;
import static io.peerwatch.consumers.dashboard.MadeUpFleet.alert;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.peerwatch.consumers.dashboard.latest.Latest;
import io.peerwatch.consumers.dashboard.latest.MemoryBounds;
import io.peerwatch.consumers.dashboard.read.Feed;
import io.peerwatch.consumers.dashboard.read.ReadingHealth;
import io.peerwatch.schemas.avro.GroupCapacity;
import io.peerwatch.schemas.avro.GroupState;
import io.peerwatch.schemas.avro.GroupVerdict;
import io.peerwatch.schemas.avro.Silence;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DashboardServerTest {
  private static final String HOSTILE = "<img src=x onerror=alert(1)>\"'&";

  private final HttpClient browser = HttpClient.newHttpClient();
  private final Latest latest = Latest.within(MemoryBounds.DEFAULT);
  private final DashboardServer server = server(0);

  @BeforeEach
  void start() {
    MadeUpFleet.fill(latest);
    server.start();
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void shouldListGroupsWithTheirStateAndWhatIsOpen() throws Exception {
    JsonNode answer = json("api/groups");
    assertThat(answer.at("/now").asLong()).isEqualTo(NOON.toEpochMilli());
    assertThat(answer.at("/groups").findValuesAsText("name")).containsExactly("db", "lone", "web");
    assertThat(answer.at("/groups/0/room/headroom").asDouble()).isEqualTo(0.25);
    assertThat(answer.at("/groups/1/reason").asText()).isEqualTo("NO_PEERS");
    assertThat(answer.at("/groups/1/words").asText()).startsWith("Not judged");
    assertThat(answer.at("/groups/2/openAlerts").asInt()).isEqualTo(1);
    assertThat(answer.at("/groups/2/severity").asText()).isEqualTo("WARNING");
  }

  @Test
  void shouldListTheMostBlamedMetricFirst() throws Exception {
    JsonNode answer = json("api/metrics?group=web");
    assertThat(answer.at("/metrics").findValuesAsText("metric")).containsExactly("cpu", "disk");
    assertThat(answer.at("/metrics/0/blame").asDouble()).isEqualTo(0.7);
  }

  @Test
  void shouldAnswerASeriesWithTheOddHostFirst() throws Exception {
    JsonNode answer = json("api/series?group=web&metric=cpu");
    assertThat(answer.at("/times")).hasSize(5);
    assertThat(answer.at("/windowMillis").asLong()).isEqualTo(60_000);
    assertThat(answer.at("/bandLow/0").asDouble()).isEqualTo(0.3);
    assertThat(answer.at("/hosts").findValuesAsText("host")).containsExactly("c", "a", "b");
    assertThat(answer.at("/hosts/0/onsetAt").isNull()).isFalse();
    assertThat(answer.at("/hosts/0/values/4").asDouble()).isEqualTo(0.9);
    assertThat(answer.at("/hosts/0/low")).hasSize(5);
    assertThat(answer.at("/hosts/1/low").isNull()).isTrue();
  }

  @Test
  void shouldAnswerAnEmptySeriesForWhatNobodyKnows() throws Exception {
    JsonNode answer = json("api/series?group=nobody&metric=cpu");
    assertThat(answer.at("/times")).isEmpty();
    assertThat(answer.at("/hosts")).isEmpty();
  }

  @Test
  void shouldListOpenAlertsWithTheNamesOfTheContract() throws Exception {
    JsonNode answer = json("api/alerts?group=web");
    assertThat(answer.at("/openTotal").asInt()).isEqualTo(1);
    assertThat(answer.at("/open/0/alertId").asText()).isEqualTo("1");
    assertThat(answer.at("/open/0/evidence/0/share").asDouble()).isEqualTo(0.7);
    assertThat(json("api/alerts?group=db").at("/openTotal").asInt()).isZero();
  }

  @Test
  void shouldShowASilencedEpisodeAsSilencedWithWhoAndWhyAsLongAsTheSilenceLasts() throws Exception {
    latest.silences().put("s1", silence(NOON.minusSeconds(60), NOON.plusSeconds(120)));
    JsonNode alerts = json("api/alerts?group=web");
    assertThat(alerts.at("/openTotal").asInt()).isZero();
    assertThat(alerts.at("/open")).isEmpty();
    assertThat(alerts.at("/silencedTotal").asInt()).isEqualTo(1);
    assertThat(alerts.at("/silenced/0/alert/alertId").asText()).isEqualTo("1");
    assertThat(alerts.at("/silenced/0/by/0/who").asText()).isEqualTo("ops");
    assertThat(alerts.at("/silenced/0/by/0/why").asText()).isEqualTo("new disk");
    JsonNode web = json("api/groups").at("/groups/2");
    assertThat(web.at("/openAlerts").asInt()).isZero();
    assertThat(web.at("/silencedAlerts").asInt()).isEqualTo(1);
    assertThat(web.at("/severity").isNull()).isTrue();

    // Windows went on beyond the silence, and the episode is still open.
    latest.verdicts().add(later(NOON.plusSeconds(180)));
    assertThat(json("api/alerts?group=web").at("/openTotal").asInt()).isEqualTo(1);
    // One that came after the alert counts from its own time on.
    latest.silences().put("s2", silence(NOON.plusSeconds(150), NOON.plusSeconds(999)));
    assertThat(json("api/alerts?group=web").at("/silencedTotal").asInt()).isEqualTo(1);
    latest.silences().put("s2", null);
    assertThat(json("api/alerts?group=web").at("/openTotal").asInt()).isEqualTo(1);
  }

  private static Silence silence(Instant from, Instant to) {
    return Silence.newBuilder()
        .setSilenceId("s")
        .setGroupPattern("web")
        .setHostPattern("c")
        .setFrom(from)
        .setTo(to)
        .setWho("ops")
        .setWhy("new disk")
        .build();
  }

  private static GroupVerdict later(Instant end) {
    return MadeUpFleet.verdict("web", GroupState.SUSPECTS, 3).setWindowEnd(end).build();
  }

  @Test
  void shouldTellWhatAHostCarriesAndWhenTheTargetIsReached() throws Exception {
    latest
        .capacity()
        .add(
            GroupCapacity.newBuilder()
                .setGroup("web")
                .setWindowEnd(NOON)
                .setCapacityRequestsPerMinute(4200.0)
                .setReachesTargetAt(NOON.plusSeconds(86_400))
                .setUnknown(Map.of("trendPerDay", "too few days"))
                .build());
    JsonNode room = json("api/groups").at("/groups/2/room");
    assertThat(room.at("/capacityRequestsPerMinute").asDouble()).isEqualTo(4200);
    assertThat(room.at("/reachesTargetAt").asLong()).isEqualTo(NOON.toEpochMilli() + 86_400_000);
    assertThat(room.at("/reachesTargetLatestAt").isNull()).isTrue();
    assertThat(room.at("/unknown/trendPerDay").asText()).isEqualTo("too few days");
  }

  @Test
  void shouldSayWhatAQuestionLacks() throws Exception {
    HttpResponse<String> answer = get("api/series?group=web");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("Say which metric");
    assertThat(get("api/series?group=web&metric=cpu&points=x").statusCode()).isEqualTo(400);
  }

  @Test
  void shouldSayThatItIsNotReadingBeforeTheBrokerAnswered() throws Exception {
    HttpResponse<String> answer = get("healthz");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("not reading");
  }

  @Test
  void shouldHandOutHostileTextAsDataOnly() throws Exception {
    latest.alerts().add(alert("2", "web", "x").setSummary(HOSTILE).build());
    HttpResponse<String> answer = get("api/alerts");
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(new ObjectMapper().readTree(answer.body()).findValuesAsText("summary"))
        .contains(HOSTILE);
    assertThat(get("").body()).doesNotContain(HOSTILE);
  }

  @Test
  void shouldLetThePageRunNothingButItsOwnFiles() throws Exception {
    HttpResponse<String> page = get("");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            policy ->
                assertThat(policy)
                    .contains("default-src 'none'", "script-src 'self'")
                    .doesNotContain("unsafe"));
    assertThat(page.body()).doesNotContain(" style=", " onclick=", "<script>");
    assertThat(get("vendor/uplot.js").body()).contains("uPlot");
    assertThat(get("js/../../../../../etc/passwd").statusCode()).isGreaterThanOrEqualTo(400);
  }

  @Test
  void shouldAnswerOnlyUnderItsOwnName() throws Exception {
    assertThat(statusFor("localhost:" + server.port())).contains(" 200 ");
    assertThat(statusFor("evil.example:" + server.port())).contains(" 403 ");
  }

  @Test
  void shouldSayInOneLineThatThePortIsTaken() {
    DashboardServer second = server(server.port());
    assertThatThrownBy(second::start)
        .isInstanceOf(DashboardStartException.class)
        .hasMessageContaining("Port " + server.port())
        .hasMessageContaining("--port")
        .hasMessageNotContaining("\n");
    second.close();
  }

  private DashboardServer server(int port) {
    return new DashboardServer(
        port, latest, new ReadingHealth(), Feed.NONE, InstantSource.fixed(NOON));
  }

  private JsonNode json(String path) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI uri = URI.create(server.url() + path);
    return browser.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  /** The first line of the answer to a request under a name that HttpClient would not send. */
  private String statusFor(String host) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      String request =
          "GET /api/groups HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8)
          .lines()
          .findFirst()
          .orElseThrow();
    }
  }
}
