package io.peerwatch.cli.secured;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.peerwatch.schemas.access.Access;
import io.peerwatch.schemas.access.Right;
import io.peerwatch.schemas.topics.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command that talks to brokers, over both doors of a cluster that grants nothing by default,
 * with exactly the rights that {@code topics acls} prints, and without each of them.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecuredCommandsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PASSWORDS = "passwords.";
  private static final String CERTIFICATES = "certificates.";

  /** Of each command's rights so many, chosen at random, are taken away one by one. */
  private static final int TAKEN_AWAY_MAX = 3;

  @RegisterExtension static final SharedSecuredCluster CLUSTER = new SharedSecuredCluster();

  @TempDir static Path folder;

  private static SecuredCluster cluster;
  private static Path samples;
  private static Path policies;

  @BeforeAll
  static void start() throws Exception {
    cluster = CLUSTER.get();
    samples = folder.resolve("samples.csv");
    policies =
        Files.writeString(
            folder.resolve("policies.yaml"), "version: 1\ndefaults: { falseAlarms: 2/week }\n");
    new Attempt("simulate demo --duration 12m --out " + samples).run().mustWork();
  }

  @Test
  @Order(1)
  void shouldDoEverythingOverScramWithTheRightsPrinted() throws Exception {
    everything(PASSWORDS, cluster.byPassword(SecuredCluster.PASSWORD));
  }

  @Test
  @Order(1)
  void shouldDoEverythingOverClientCertificatesWithTheRightsPrinted() throws Exception {
    everything(CERTIFICATES, cluster.byCertificate());
  }

  @Test
  @Order(2)
  void shouldNameTheOneRightThatIsMissing() throws Exception {
    long seed = System.nanoTime();
    System.out.println("SecuredCommandsTest: seed " + seed);
    var random = new Random(seed);
    for (Access access : Access.values()) {
      List<Right> rights = printed(access, PASSWORDS);
      for (Right missing : chosen(rights, random)) {
        cluster.grantOnly(rights.stream().filter(right -> !right.equals(missing)).toList());
        attempt(access, PASSWORDS, cluster.byPassword(SecuredCluster.PASSWORD))
            .run()
            .mustFailSaying(missing.words(), "topics acls " + access.argument());
      }
    }
  }

  @Test
  @Order(2)
  void shouldSayWhatAUserWithoutAnyRightsLacks() throws Exception {
    cluster.grantOnly(List.of());
    for (Access access : Access.values()) {
      attempt(access, CERTIFICATES, cluster.byCertificate())
          .run()
          .mustFailSaying("this user lacks", "topics acls " + access.argument());
    }
  }

  @Test
  @Order(3)
  void shouldAlsoSayWhatIsMissingOnTopicsThatTheStreamHasYetToMake() throws Exception {
    cluster.deleteTopicsFrom(Access.applicationId(PASSWORDS));
    List<Right> rights = printed(Access.STREAM, PASSWORDS);
    Right missing =
        rights.stream()
            .filter(right -> right.resource().patternType() == PatternType.PREFIXED)
            .filter(right -> right.operation() == AclOperation.READ)
            .findFirst()
            .orElseThrow();
    cluster.grantOnly(rights.stream().filter(right -> !right.equals(missing)).toList());
    attempt(Access.STREAM, PASSWORDS, cluster.byPassword(SecuredCluster.PASSWORD))
        .run()
        .mustFailSaying(missing.words(), "topics acls stream");
  }

  private static void everything(String prefix, List<String> door) throws Exception {
    Set<Access> left = EnumSet.allOf(Access.class);
    for (Access access :
        List.of(
            Access.TOPICS_APPLY,
            Access.TOPICS_CHECK,
            Access.REPLAY,
            Access.SIMULATE,
            Access.AGENT,
            Access.STREAM,
            Access.STREAM_CANARY,
            Access.NOTIFY,
            Access.DASHBOARD,
            Access.REPORT,
            Access.SILENCE,
            Access.INVENTORY,
            Access.POLICY,
            Access.FEEDBACK)) {
      cluster.grantOnly(printed(access, prefix));
      works(access, prefix, door);
      left.remove(access);
    }
    assertThat(left).isEmpty();
  }

  private static void works(Access access, String prefix, List<String> door) throws Exception {
    Attempt attempt = attempt(access, prefix, door);
    switch (access) {
      case STREAM -> untilItGrows(attempt, Topics.GROUP_VERDICTS.in(prefix));
      case STREAM_CANARY -> untilItGrows(attempt, Topics.HOST_SAMPLES.in(prefix));
      case AGENT -> untilItGrows(attempt, Topics.HOST_SAMPLES.in(prefix));
      case REPORT -> attempt.run().mustFailSaying("nothing is known of 2026-03-14");
      case FEEDBACK -> attempt.run().mustFailSaying("0badc0de", Topics.HOST_ALERTS.in(prefix));
      case DASHBOARD -> attempt.runUntil(() -> attempt.out().contains("http://")).mustWork();
      default -> attempt.run().mustWork();
    }
  }

  private static void untilItGrows(Attempt attempt, String topic) throws Exception {
    long before = cluster.records(topic);
    attempt.runUntil(() -> cluster.records(topic) > before).mustWork();
    assertThat(cluster.records(topic)).isGreaterThan(before);
  }

  private static Attempt attempt(Access access, String prefix, List<String> door) {
    List<String> more = new ArrayList<>();
    more.addAll(
        switch (access) {
          case TOPICS_APPLY, TOPICS_CHECK -> List.of("--partitions=2", "--retention=unlimited");
          case STREAM, STREAM_CANARY -> List.of("--state=" + folder.resolve(prefix + "state"));
          case AGENT -> List.of("--period=1s", "--group=own");
          case SIMULATE -> List.of("demo", "--duration=12m");
          case REPLAY -> List.of(samples.toString(), "--speed=max");
          case NOTIFY -> List.of("--to=console", "--from-beginning", "--until-end");
          case DASHBOARD -> List.of("--port=0");
          case REPORT -> List.of("--day=2026-03-14");
          case SILENCE -> List.of("add", "--group=web", "--host=*", "--for=1h", "--why=test");
          case INVENTORY -> List.of("add", "web-07", "--group=web");
          case POLICY -> List.of("apply", policies.toString());
          case FEEDBACK -> List.of("add", "0badc0de", "--kind=false-alarm"); // of no alert
        });
    more.add("--prefix=" + prefix);
    return new Attempt(access.command(), more, door, cluster.toRegistry());
  }

  /** As the command prints them. */
  private static List<Right> printed(Access access, String prefix) throws Exception {
    var acls = new Attempt("topics acls --json --prefix " + prefix + " " + access.argument()).run();
    acls.mustWork();
    List<Right> rights = new ArrayList<>();
    for (String line : acls.out().lines().toList()) {
      JsonNode right = JSON.readTree(line);
      rights.add(
          new Right(
              AclOperation.valueOf(right.get("operation").asText()),
              new ResourcePattern(
                  ResourceType.valueOf(right.get("resourceType").asText()),
                  right.get("name").asText(),
                  PatternType.valueOf(right.get("patternType").asText()))));
    }
    return rights;
  }

  private static List<Right> chosen(List<Right> rights, Random random) {
    List<Right> shuffled = new ArrayList<>(rights);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, Math.min(TAKEN_AWAY_MAX, shuffled.size()));
  }
}
