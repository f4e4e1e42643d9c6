package io.peerwatch.cli.secured;

import static org.awaitility.Awaitility.await;

import io.peerwatch.local.ExtraListener;
import io.peerwatch.local.LocalCluster;
import io.peerwatch.local.LocalSettings;
import io.peerwatch.schemas.access.Right;
import io.peerwatch.schemas.settings.ConnectionSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.security.auth.SecurityProtocol;

/**
 * A real broker that lets nobody do anything unless it was granted, with a door for passwords
 * (SCRAM over TLS), one for certificates (mTLS), and an open one for whoever sets it up; and a
 * registry behind TLS and a password.
 */
final class SecuredCluster implements AutoCloseable {
  static final String USER = "watcher";
  static final String PASSWORD = "geheim-broker";

  private static final String SCRAM_LOGIN =
      "org.apache.kafka.common.security.scram.ScramLoginModule required";

  final Identity server;
  final Identity user;
  final SecuredRegistry registry;

  private final ExtraListener passwords;
  private final ExtraListener certificates;
  private final LocalCluster cluster;
  private final Admin admin;

  SecuredCluster(Path folder) throws Exception {
    server = Identity.server(folder);
    user = Identity.user(folder, USER);
    passwords =
        new ExtraListener(
            "PASSWORDS",
            SecurityProtocol.SASL_SSL,
            Map.of(
                "ssl.keystore.location",
                server.keyStore().toString(),
                "ssl.keystore.password",
                Identity.PASSWORD,
                "sasl.enabled.mechanisms",
                "SCRAM-SHA-512",
                "scram-sha-512.sasl.jaas.config",
                SCRAM_LOGIN + ";"));
    certificates =
        new ExtraListener(
            "CERTIFICATES",
            SecurityProtocol.SSL,
            Map.of(
                "ssl.keystore.location",
                server.keyStore().toString(),
                "ssl.keystore.password",
                Identity.PASSWORD,
                "ssl.truststore.location",
                user.trustStore().toString(),
                "ssl.truststore.password",
                Identity.PASSWORD,
                "ssl.client.auth",
                "required",
                "ssl.principal.mapping.rules",
                "RULE:^CN=(.*)$/$1/"));
    cluster =
        LocalCluster.start(
            new LocalSettings(
                1,
                0,
                0,
                folder.resolve("data"),
                List.of(passwords, certificates),
                deniedByDefault()));
    admin = Admin.create(Map.<String, Object>of("bootstrap.servers", cluster.bootstrapServers()));
    admin
        .alterUserScramCredentials(
            List.of(
                new UserScramCredentialUpsertion(
                    USER, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), PASSWORD)))
        .all()
        .get();
    registry = new SecuredRegistry(server, cluster.registryUrl());
  }

  private static Map<String, String> deniedByDefault() {
    return Map.of(
        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
        "allow.everyone.if.no.acl.found", "false",
        "super.users", "User:ANONYMOUS");
  }

  /** By the open door, as somebody who may do everything. */
  ConnectionSettings open(String prefix) {
    return ConnectionSettings.of(cluster.bootstrapServers(), cluster.registryUrl(), prefix);
  }

  /** Options of the command line for the door for passwords, this one being given. */
  List<String> byPassword(String password) {
    return List.of(
        "--bootstrap-servers=" + cluster.bootstrapServers(passwords),
        "--kafka.security.protocol=SASL_SSL",
        "--kafka.sasl.mechanism=SCRAM-SHA-512",
        "--kafka.sasl.jaas.config=%s username=\"%s\" password=\"%s\";"
            .formatted(SCRAM_LOGIN, USER, password),
        "--kafka.ssl.truststore.location=" + server.trustStore(),
        "--kafka.ssl.truststore.password=" + Identity.PASSWORD);
  }

  /** The same as settings, with the open way to the registry. */
  ConnectionSettings settingsByPassword(String prefix) {
    String start = "--kafka.";
    Map<String, String> kafka =
        byPassword(PASSWORD).stream()
            .filter(option -> option.startsWith(start))
            .map(option -> option.substring(start.length()).split("=", 2))
            .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    String servers = cluster.bootstrapServers(passwords);
    return new ConnectionSettings(servers, cluster.registryUrl(), prefix, kafka, Map.of());
  }

  /** For the door for certificates, showing the user's. */
  List<String> byCertificate() {
    return List.of(
        "--bootstrap-servers=" + cluster.bootstrapServers(certificates),
        "--kafka.security.protocol=SSL",
        "--kafka.ssl.keystore.location=" + user.keyStore(),
        "--kafka.ssl.keystore.password=" + Identity.PASSWORD,
        "--kafka.ssl.truststore.location=" + server.trustStore(),
        "--kafka.ssl.truststore.password=" + Identity.PASSWORD);
  }

  /** For the registry's door. */
  List<String> toRegistry() {
    return List.of(
        "--registry=" + registry.url(),
        "--registry.basic.auth.credentials.source=USER_INFO",
        "--registry.basic.auth.user.info=" + SecuredRegistry.USER + ":" + SecuredRegistry.PASSWORD,
        "--registry.schema.registry.ssl.truststore.location=" + server.trustStore(),
        "--registry.schema.registry.ssl.truststore.password=" + Identity.PASSWORD);
  }

  /** Gives the user these rights and no others; returns when the broker knows. */
  void grantOnly(Collection<Right> rights) throws Exception {
    Set<AclBinding> wanted =
        rights.stream().map(SecuredCluster::binding).collect(Collectors.toSet());
    admin.deleteAcls(List.of(AclBindingFilter.ANY)).all().get();
    admin.createAcls(wanted).all().get();
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () ->
                Set.copyOf(admin.describeAcls(AclBindingFilter.ANY).values().get()).equals(wanted));
  }

  /** Records of a topic, markers of transactions counted as well. */
  long records(String topic) throws Exception {
    var partitions = admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
    Map<TopicPartition, OffsetSpec> ends =
        partitions.partitions().stream()
            .collect(
                Collectors.toMap(
                    part -> new TopicPartition(topic, part.partition()), p -> OffsetSpec.latest()));
    return admin.listOffsets(ends).all().get().values().stream()
        .mapToLong(ListOffsetsResultInfo::offset)
        .sum();
  }

  /** Gone for good, so that whoever needs it makes it anew. */
  void deleteTopicsFrom(String start) throws Exception {
    Set<String> names = admin.listTopics().names().get();
    List<String> ours = names.stream().filter(name -> name.startsWith(start)).toList();
    admin.deleteTopics(ours).all().get();
  }

  @Override
  public void close() {
    registry.close();
    admin.close();
    cluster.close();
  }

  private static AclBinding binding(Right right) {
    return new AclBinding(
        right.resource(),
        new AccessControlEntry("User:" + USER, "*", right.operation(), AclPermissionType.ALLOW));
  }
}
