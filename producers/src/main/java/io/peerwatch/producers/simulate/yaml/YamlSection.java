package io.peerwatch.producers.simulate.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One mapping of a YAML file, read key by key. What is wrong is noted with its line, and reading
 * goes on, so that a user sees all of it at once.
 */
final class YamlSection {
  private final Problems problems;
  private final Node node;
  private final Map<String, Node> values = new LinkedHashMap<>();

  /** Reads the mapping's own keys; other ones than {@code keys} are wrong. */
  YamlSection(Problems problems, Node node, Keys keys) {
    this.problems = problems;
    this.node = node;
    if (!(node instanceof MappingNode mapping)) {
      problems.add(node, "must be a mapping with keys such as " + String.join(", ", keys.names()));
      return;
    }
    for (NodeTuple entry : mapping.getValue()) {
      add(entry, keys);
    }
  }

  /** A mapping that isn't there; what is wrong with it is told of where it should be. */
  private YamlSection(Problems problems, Node parent) {
    this.problems = problems;
    this.node = parent;
  }

  private void add(NodeTuple entry, Keys keys) {
    if (!(entry.getKeyNode() instanceof ScalarNode scalar)) {
      problems.add(entry.getKeyNode(), "a key must be a single word");
      return;
    }
    String name = scalar.getValue();
    if (!keys.names().contains(name)) {
      String guess =
          Nearest.guess(name, keys.names())
              .map(near -> ", did you mean '" + near + "'?")
              .orElse("");
      problems.add(
          scalar,
          "unknown key '%s' in %s%s (known: %s)"
              .formatted(name, keys.title(), guess, String.join(", ", keys.names())));
    } else if (values.put(name, entry.getValueNode()) != null) {
      problems.add(scalar, "key '" + name + "' comes twice");
    }
  }

  boolean has(AnyKey key) {
    return values.containsKey(key.name());
  }

  /** The value of a key that must be there. */
  <T> T require(Key<T> key) {
    if (!has(key)) {
      if (node instanceof MappingNode) {
        problems.add(node, "'" + key.name() + "' is missing (" + key.written() + ")");
      }
      return key.form().stand();
    }
    return read(key, values.get(key.name())).orElse(key.form().stand());
  }

  <T> Optional<T> get(Key<T> key) {
    return has(key) ? read(key, values.get(key.name())) : Optional.empty();
  }

  /** The values of a list; empty where the key is missing. */
  <T> List<T> list(Key<T> key) {
    if (!has(key)) {
      return List.of();
    }
    Node value = values.get(key.name());
    if (!(value instanceof SequenceNode sequence)) {
      problems.add(value, "'" + key.name() + "' must be a list of " + key.form().written());
      return List.of();
    }
    var read = new ArrayList<T>();
    for (Node element : sequence.getValue()) {
      read(key, element).ifPresent(read::add);
    }
    return read;
  }

  /** The mapping under a key; one without keys where it is missing. */
  YamlSection section(SectionKey key) {
    Node value = values.get(key.name());
    return value == null
        ? new YamlSection(problems, node)
        : new YamlSection(problems, value, key.keys());
  }

  /** The mappings of a list; empty where the key is missing. */
  List<YamlSection> sections(SectionKey key) {
    Node value = values.get(key.name());
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof SequenceNode sequence)) {
      problems.add(value, "'" + key.name() + "' must be a list");
      return List.of();
    }
    return sequence.getValue().stream()
        .map(element -> new YamlSection(problems, element, key.keys()))
        .toList();
  }

  /** Notes something wrong with this mapping as a whole. */
  void problem(String what) {
    problems.add(node, what);
  }

  /** Notes something wrong with the value of a key, or with this mapping where it is missing. */
  void problemAt(AnyKey key, String what) {
    problems.add(values.getOrDefault(key.name(), node), what);
  }

  private <T> Optional<T> read(Key<T> key, Node value) {
    if (!(value instanceof ScalarNode scalar)) {
      problems.add(
          value, "'" + key.name() + "' must be a single value (" + key.form().written() + ")");
      return Optional.empty();
    }
    try {
      return Optional.of(key.form().reader().apply(scalar.getValue()));
    } catch (IllegalArgumentException e) {
      problems.add(value, "'" + key.name() + "' " + e.getMessage());
      return Optional.empty();
    }
  }
}
