package io.peerwatch.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.schemas.avro.CapacityPolicy;
import io.peerwatch.schemas.avro.GroupPolicy;
import io.peerwatch.schemas.avro.MetricPolicy;
import io.peerwatch.schemas.avro.Tier;
import io.peerwatch.schemas.avro.Transform;
import io.peerwatch.schemas.avro.Workload;
import io.peerwatch.schemas.avro.WorseDirection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PolicyFileTest {
  private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  @Test
  void shouldTellAllThatIsWrongWithLineAndColumn() {
    assertThat(
            problems(
                "version: 2",
                "default: {}",
                "groups:",
                "  - match: 'web-*'",
                "    windw: 5m",
                "    window: 0s",
                "    falseAlarms: three",
                "    tier: aplication",
                "    capacity: { cpu: 1.5, celing: 1 }",
                "    metrics:",
                "      m: { worse: sideways, floor: x }",
                "      bad name: { ignore: true }",
                "  - match: 'web-*'",
                "    window: 5m",
                "  - match: '*'",
                "  - 7"))
        .extracting(line -> line.replaceAll(" \\(known.*| with keys.*", ""))
        .containsExactly(
            "p.yaml:1:10: version '2' is not known: this release reads version: 1",
            "p.yaml:2:1: unknown key 'default' in the file, did you mean 'defaults'?",
            "p.yaml:5:5: unknown key 'windw' in a group, did you mean 'window'?",
            "p.yaml:6:13: window must be 1 to 86400 seconds, not 0.0",
            "p.yaml:7:18: 'falseAlarms' 'three' is not a rate above 0: write it like 1/week, 3/week"
                + " or 0.5/day",
            "p.yaml:8:11: 'tier' must be one of application, database, cache, batch, balancer, not"
                + " 'aplication', did you mean 'application'?",
            "p.yaml:9:22: capacity.cpu must be above 0 and at most 1, not 1.5",
            "p.yaml:9:27: unknown key 'celing' in 'capacity', did you mean 'ceiling'?",
            "p.yaml:11:19: 'worse' must be one of up, down, both, not 'sideways'",
            "p.yaml:11:36: 'floor' must be a number, not 'x'",
            "p.yaml:12:7: the metric name 'bad name' must be 1 to 200 of A-Z a-z 0-9 . _ : / -",
            "p.yaml:13:12: 'web-*' is matched on line 4 already",
            "p.yaml:15:12: what holds for every group ('*') goes under defaults",
            "p.yaml:16:5: a group must be a mapping");
  }

  @Test
  void shouldTellWhatIsNoYamlAndWhatSaysNothing() {
    assertThat(problems("a: [b")).singleElement().asString().contains("is no YAML: expected");
    assertThat(problems("")).containsExactly("p.yaml:1:1: it is empty: start with version: 1");
    assertThat(problems("version: 1", "groups: [{match: x}]"))
        .containsExactly("p.yaml:2:10: it says nothing: give it a field, or leave it out");
    assertThat(problems("version: 1", "groups: 5"))
        .containsExactly("p.yaml:2:9: 'groups' must be a list");
    assertThat(problems("version: 1", "defaults: &a {metrics: *a}")).isNotEmpty();
  }

  @Test
  void shouldReadBackWhatItWrites() {
    long seed = 20261123;
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 300; round++) {
      List<GroupPolicy> policies = policies(random);
      String yaml = String.join("\n", PolicyYaml.lines(policies));
      PolicyFile read = PolicyFile.parse("p.yaml", yaml);
      assertThat(read.problems()).as("seed %d, round %d:%n%s", seed, round, yaml).isEmpty();
      assertThat(read.policies())
          .as("seed %d, round %d:%n%s", seed, round, yaml)
          .isEqualTo(PolicyYaml.inOrder(policies));
    }
  }

  @Test
  void shouldWriteNothingForWhatIsThere() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 50; round++) {
      List<GroupPolicy> policies = policies(random);
      var there = new TreeMap<String, GroupPolicy>();
      new PolicyChanges(there)
          .ask(policies)
          .versions(null, "ann")
          .forEach(p -> there.put(p.getPattern(), p));
      var exported = PolicyFile.parse("p", String.join("\n", PolicyYaml.lines(there.values())));
      assertThat(new PolicyChanges(there).ask(exported.policies()).lines()).isEmpty();
    }
  }

  @Test
  void shouldReadTheExamplesOfTheDocs() throws IOException {
    String docs = Files.readString(Path.of("../docs/policies.md"));
    var examples = EXAMPLE.matcher(docs).results().toList();
    assertThat(examples).hasSizeGreaterThan(1);
    examples.forEach(
        example ->
            assertThat(PolicyFile.parse("docs", example.group(1)).problems())
                .as(example.group(1))
                .isEmpty());
    for (String key : PolicyFields.names()) {
      assertThat(docs).contains("`" + key + "`");
    }
  }

  private static List<String> problems(String... lines) {
    return PolicyFile.parse("p.yaml", String.join("\n", lines)).problems();
  }

  private static List<GroupPolicy> policies(SplittableRandom random) {
    List<GroupPolicy> policies = new ArrayList<>();
    if (random.nextBoolean()) {
      policies.add(policy(random, "*", 0));
    }
    String[] patterns = {"web-*", "*-eu", "db.1:x/y", "a*b*c", "-x"};
    for (int i = 0; i < random.nextInt(patterns.length + 1); i++) {
      policies.add(policy(random, patterns[i], i + 1));
    }
    return policies;
  }

  private static GroupPolicy policy(SplittableRandom random, String pattern, int order) {
    var policy =
        GroupPolicy.newBuilder()
            .setPattern(pattern)
            .setOrder(order)
            .setFalseAlarmsPerWeek(random.nextDouble(1e-6, 1e5));
    if (random.nextBoolean()) {
      policy.setWindowMillis(random.nextLong(1_000, 86_400_001));
      policy.setGraceMillis(random.nextLong(0, 86_400_001));
    }
    if (random.nextBoolean()) {
      policy.setTier(known(random, Tier.values())).setWorkload(known(random, Workload.values()));
      policy.setTimeZone("Europe/Paris").setForgetAfterMillis(random.nextLong(1_000, 1L << 31));
    }
    if (random.nextBoolean()) {
      policy.setRunbookUrl(text(random)).setWorkMetric("app.orders").setCoresPerHost(7.5);
    }
    if (random.nextBoolean()) {
      policy.setMetrics(List.of(metric(random, "a.b"), metric(random, "system.cpu:x/y-z")));
      policy.setCapacity(
          CapacityPolicy.newBuilder()
              .setLoadPerCore(random.nextDouble(1e-3, 9))
              .setMemory(random.nextDouble(1e-12, 1))
              .build());
    }
    return policy.build();
  }

  private static MetricPolicy metric(SplittableRandom random, String name) {
    return MetricPolicy.newBuilder()
        .setMetric(name)
        .setUnit(random.nextBoolean() ? "{request}/s" : "")
        .setFloor(random.nextDouble() * Math.pow(10, random.nextInt(-9, 12)))
        .setWorse(random.nextBoolean() ? null : known(random, WorseDirection.values()))
        .setTransform(random.nextBoolean() ? null : known(random, Transform.values()))
        .setIgnore(random.nextBoolean() ? null : (Boolean) random.nextBoolean())
        .build();
  }

  private static <E> E known(SplittableRandom random, E[] values) {
    return values[random.nextInt(1, values.length)];
  }

  /** One line of anything: quotes, colons, comments, other alphabets. */
  private static String text(SplittableRandom random) {
    String signs = "ab \"'\\:#{}[]&*!|>%@`,?-é→ yes";
    StringBuilder text = new StringBuilder("h");
    for (int i = random.nextInt(30); i > 0; i--) {
      text.append(signs.charAt(random.nextInt(signs.length())));
    }
    return text.toString();
  }
}
