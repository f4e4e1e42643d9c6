package io.peerwatch.cli.policy;

import io.peerwatch.cli.run.CommandFailedException;
import io.peerwatch.cli.terminal.Terminal;
import io.peerwatch.detection.policy.PolicyVersion;
import io.peerwatch.schemas.avro.CapacityPolicy;
import io.peerwatch.schemas.avro.GroupPolicy;
import io.peerwatch.schemas.avro.MetricPolicy;
import io.peerwatch.schemas.topics.NamePattern;
import io.peerwatch.schemas.topics.Names;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A file of policies in YAML: {@code defaults} becomes the pattern {@code *}, each entry of {@code
 * groups} the pattern that it matches, in the order of the file.
 */
public final class PolicyFile {
  private static final String MATCH = "match";
  private static final List<String> TOP = List.of("version", "defaults", "groups");
  private static final String VERSION = "1";

  private final PolicyProblems problems;
  private final List<GroupPolicy> policies = new ArrayList<>();

  private PolicyFile(String name) {
    problems = new PolicyProblems(name);
  }

  /**
   * The policies of a file, {@code *} first if it is there.
   *
   * @throws CommandFailedException when something is wrong with it; the terminal was told all of it
   */
  public static List<GroupPolicy> read(Path file, Terminal terminal) throws IOException {
    String text;
    try {
      text = Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new CommandFailedException(file + " is not text in UTF-8", e);
    }
    PolicyFile read = parse(file.toString(), text);
    read.problems.tell(terminal);
    return List.copyOf(read.policies);
  }

  /** What a text says, and what is wrong with it. */
  static PolicyFile parse(String name, String text) {
    PolicyFile file = new PolicyFile(name);
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    try {
      Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
      if (root == null) {
        file.problems.add((Mark) null, "it is empty: start with version: 1");
      } else {
        file.read(root);
      }
    } catch (MarkedYAMLException e) {
      file.problems.add(e.getProblemMark(), "is no YAML: " + e.getProblem());
    } catch (YAMLException e) {
      file.problems.add(
          (Mark) null, "is no YAML: " + e.getMessage().lines().findFirst().orElse(""));
    }
    return file;
  }

  List<GroupPolicy> policies() {
    return List.copyOf(policies);
  }

  List<String> problems() {
    return problems.lines();
  }

  private void read(Node root) {
    YamlMap top = new YamlMap(problems, root, "the file", TOP);
    Optional<String> version = top.text("version");
    if (top.get("version").isEmpty()) {
      problems.add(root, "'version' is missing: this release reads version: 1");
    } else if (version.isPresent() && !version.get().equals(VERSION)) {
      problems.add(
          top.get("version").get(),
          "version '%s' is not known: this release reads version: 1".formatted(version.get()));
    }
    top.get("defaults").ifPresent(node -> policies.add(defaults(node)));
    Map<String, Integer> lineOf = new LinkedHashMap<>();
    int order = 1;
    for (Node node : top.list("groups")) {
      group(node, order++, lineOf);
    }
  }

  private GroupPolicy defaults(Node node) {
    YamlMap section = new YamlMap(problems, node, "defaults", PolicyFields.names());
    return policy(section, PolicyVersion.EVERY_GROUP, 0, node);
  }

  private void group(Node node, int order, Map<String, Integer> lineOf) {
    List<String> keys = Stream.concat(Stream.of(MATCH), PolicyFields.names().stream()).toList();
    YamlMap section = new YamlMap(problems, node, "a group", keys);
    Optional<String> pattern = section.text(MATCH);
    if (pattern.isEmpty()) {
      if (section.get(MATCH).isEmpty() && !section.values().isEmpty()) {
        problems.add(node, "'match' is missing: a pattern of group names such as web-*");
      }
      policy(section, "x", order, node); // for what else is wrong
      return;
    }
    Node at = section.get(MATCH).orElseThrow();
    String match = pattern.get();
    if (!NamePattern.isPattern(match)) {
      problems.add(
          at, "'match' must be 1 to 200 of A-Z a-z 0-9 . _ : / - and *, not '" + match + "'");
    } else if (match.equals(PolicyVersion.EVERY_GROUP)) {
      problems.add(at, "what holds for every group ('*') goes under defaults");
    }
    Integer before = lineOf.putIfAbsent(match, at.getStartMark().getLine() + 1);
    if (before != null) {
      problems.add(at, "'%s' is matched on line %d already".formatted(match, before));
    }
    policies.add(policy(section, NamePattern.isPattern(match) ? match : "x", order, node));
  }

  private GroupPolicy policy(YamlMap section, String pattern, int order, Node node) {
    GroupPolicy.Builder policy = empty(pattern).setOrder(order);
    set(section, PolicyFields.PLAIN, policy, "", () -> empty("x"), GroupPolicy.Builder::build);
    section.get(PolicyFields.METRICS).ifPresent(metrics -> policy.setMetrics(metrics(metrics)));
    section
        .get(PolicyFields.CAPACITY)
        .ifPresent(capacity -> policy.setCapacity(capacity(capacity)));
    GroupPolicy built = policy.build();
    if (problems.isEmpty() && PolicyFields.said(built).isEmpty()) {
      problems.add(node, "it says nothing: give it a field, or leave it out");
    }
    return built;
  }

  private List<MetricPolicy> metrics(Node node) {
    List<MetricPolicy> metrics = new ArrayList<>();
    YamlMap all = new YamlMap(problems, node, "'metrics'", null);
    all.values().forEach((name, value) -> metric(all, name, value).ifPresent(metrics::add));
    return metrics;
  }

  private Optional<MetricPolicy> metric(YamlMap all, String name, Node value) {
    if (!Names.isName(name)) {
      problems.add(
          all.keyOf(name),
          "the metric name '%s' must be 1 to 200 of A-Z a-z 0-9 . _ : / -".formatted(name));
      return Optional.empty();
    }
    List<String> keys = PolicyFields.names(PolicyFields.OF_METRIC);
    YamlMap section = new YamlMap(problems, value, "metric " + name, keys);
    MetricPolicy.Builder metric = MetricPolicy.newBuilder().setMetric(name);
    set(
        section,
        PolicyFields.OF_METRIC,
        metric,
        "",
        () -> MetricPolicy.newBuilder().setMetric(name),
        alone -> empty("x").setMetrics(List.of(alone.build())).build());
    return Optional.of(metric.build());
  }

  private CapacityPolicy capacity(Node node) {
    List<String> keys = PolicyFields.names(PolicyFields.OF_CAPACITY);
    CapacityPolicy.Builder capacity = CapacityPolicy.newBuilder();
    set(
        new YamlMap(problems, node, "'capacity'", keys),
        PolicyFields.OF_CAPACITY,
        capacity,
        "capacity.",
        CapacityPolicy::newBuilder,
        alone -> empty("x").setCapacity(alone.build()).build());
    return capacity.build();
  }

  private static GroupPolicy.Builder empty(String pattern) {
    return GroupPolicy.newBuilder().setPattern(pattern);
  }

  /** Sets each field, once it was tried alone: the topology would refuse it as well. */
  private <B> void set(
      YamlMap section,
      List<? extends Field<?, B>> fields,
      B record,
      String path,
      Supplier<B> fresh,
      Function<B, GroupPolicy> alone) {
    for (Field<?, B> field : fields) {
      section
          .text(field.name())
          .ifPresent(
              text -> {
                Node at = section.get(field.name()).orElseThrow();
                try {
                  B tried = fresh.get();
                  field.set().accept(tried, text);
                  PolicyFields.problem(alone.apply(tried))
                      .ifPresent(what -> problems.add(at, what));
                  field.set().accept(record, text);
                } catch (IllegalArgumentException e) {
                  problems.add(at, "'" + path + field.name() + "' " + e.getMessage());
                }
              });
    }
  }
}
