package io.peerwatch.cli.secured;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Every way of not getting in, as a person meets it: one line, within seconds, no secret in it. */
class RefusedTest {
  @RegisterExtension static final SharedSecuredCluster CLUSTER = new SharedSecuredCluster();

  private static final String COMMAND = "notify --to console";

  @TempDir static Path folder;

  private static SecuredCluster cluster;
  private static List<String> broker;
  private static Identity stranger;

  @BeforeAll
  static void start() throws Exception {
    cluster = CLUSTER.get();
    broker = cluster.byPassword(SecuredCluster.PASSWORD);
    stranger = Identity.user(folder, "stranger");
  }

  @Test
  void shouldSayThatTheBrokerRefusesAPassword() {
    new Attempt(COMMAND, cluster.byPassword("geheim-wrong"), cluster.toRegistry())
        .run()
        .mustFailSaying("refuses the login", "sasl.mechanism", "sasl.jaas.config");
  }

  @Test
  void shouldSayThatTheBrokersCertificateIsNotTrusted() {
    var trust = "--kafka.ssl.truststore.location=";
    new Attempt(COMMAND, with(broker, trust, stranger.trustStore()), cluster.toRegistry())
        .run()
        .mustFailSaying("no TLS with the Kafka broker", "ssl.truststore.location");
  }

  @Test
  void shouldSayThatTheBrokerWantsAnotherCertificateThanTheUsers() {
    var keys = "--kafka.ssl.keystore.location=";
    new Attempt(
            COMMAND, with(cluster.byCertificate(), keys, stranger.keyStore()), cluster.toRegistry())
        .run()
        .mustFailSaying("no TLS with the Kafka broker", "ssl.keystore.location");
  }

  @Test
  void shouldSayThatTheBrokerWantsACertificate() {
    var without =
        cluster.byCertificate().stream().filter(option -> !option.contains("keystore")).toList();
    new Attempt(COMMAND, without, cluster.toRegistry())
        .run()
        .mustFailSaying("no TLS with the Kafka broker", "ssl.keystore.location");
  }

  @Test
  void shouldSayThatTheProtocolIsNotTheBrokers() {
    new Attempt(COMMAND, broker.subList(0, 1), cluster.toRegistry())
        .run()
        .mustFailSaying("does not answer Kafka requests", "security.protocol=PLAINTEXT");
    var open = "--bootstrap-servers=" + cluster.open("").bootstrapServers();
    new Attempt(COMMAND, with(broker, open, ""), cluster.toRegistry())
        .run()
        .mustFailSaying("does not answer Kafka requests", "security.protocol=SASL_SSL");
  }

  @Test
  void shouldSayThatTheRegistryRefusesAPassword() {
    String wrong = "--registry.basic.auth.user.info=";
    registry(with(cluster.toRegistry(), wrong, SecuredRegistry.USER + ":geheim-wrong"))
        .mustFailSaying("the schema registry", "refuses the login", "basic.auth.user.info");
    var none = cluster.toRegistry().stream().filter(option -> !option.contains("basic")).toList();
    registry(none).mustFailSaying("refuses the login", "basic.auth.credentials.source");
  }

  @Test
  void shouldSayThatTheRegistrysCertificateIsNotTrusted() {
    String trust = "--registry.schema.registry.ssl.truststore.location=";
    registry(with(cluster.toRegistry(), trust, stranger.trustStore()))
        .mustFailSaying(
            "no TLS with the schema registry", "schema.registry.ssl.truststore.location");
  }

  @Test
  void shouldSayThatTheRegistrysCertificateIsExpired() throws Exception {
    certificate(Identity.expired(folder)).mustFailSaying("no TLS", "expired");
  }

  @Test
  void shouldSayThatTheRegistrysCertificateIsOfAnotherHost() throws Exception {
    certificate(Identity.elsewhere(folder)).mustFailSaying("no TLS", "127.0.0.1");
  }

  @Test
  void shouldGiveUpOnARegistryThatHangs() throws Exception {
    try (var silent = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
      String url = "https://127.0.0.1:" + silent.getLocalPort();
      registry(with(cluster.toRegistry(), "--registry=", url))
          .mustFailSaying("schema registry at " + url, "no answer in time");
    }
  }

  @Test
  void shouldSayWhichOfHttpAndHttpsIsMeant() {
    String plain = "http://127.0.0.1:" + cluster.registry.port();
    registry(with(cluster.toRegistry(), "--registry=", plain)).mustFailSaying(plain, "https://");
    String tls = cluster.open("").registryUrl().replace("http:", "https:");
    registry(with(cluster.toRegistry(), "--registry=", tls))
        .mustFailSaying(tls, "http:// or https://");
  }

  private static Attempt registry(List<String> options) {
    return new Attempt(COMMAND, broker, options).run();
  }

  /** A registry with that certificate, which the user trusts. */
  private static Attempt certificate(Identity identity) throws Exception {
    try (var registry = new SecuredRegistry(identity, cluster.open("").registryUrl())) {
      String trust = "--registry.schema.registry.ssl.truststore.location=";
      return registry(
          with(
              with(cluster.toRegistry(), "--registry=", registry.url()),
              trust,
              identity.trustStore()));
    }
  }

  /** The options with another value for the one that starts so. */
  private static List<String> with(List<String> options, String start, Object value) {
    String name = start.substring(0, start.indexOf('=') + 1);
    List<String> changed = new ArrayList<>(options);
    changed.replaceAll(option -> option.startsWith(name) ? start + value : option);
    return changed;
  }
}
