package io.peerwatch.cli.policy;

import io.peerwatch.producers.simulate.yaml.Nearest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One mapping of the file, by key. What is wrong with it is noted, and reading goes on. */
final class YamlMap {
  private final PolicyProblems problems;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Node> keys = new LinkedHashMap<>();

  /**
   * Reads the keys.
   *
   * @param what it is, for people, such as {@code a group}
   * @param known the keys that it may have; null: any
   */
  YamlMap(PolicyProblems problems, Node node, String what, Collection<String> known) {
    this.problems = problems;
    if (!(node instanceof MappingNode mapping)) {
      problems.add(
          node,
          "%s must be a mapping%s"
              .formatted(
                  what, known == null ? "" : " with keys such as " + String.join(", ", known)));
      return;
    }
    for (NodeTuple entry : mapping.getValue()) {
      add(entry, what, known);
    }
  }

  private void add(NodeTuple entry, String what, Collection<String> known) {
    if (!(entry.getKeyNode() instanceof ScalarNode scalar)) {
      problems.add(entry.getKeyNode(), "a key must be a single word");
      return;
    }
    String name = scalar.getValue();
    if (known != null && !known.contains(name)) {
      String guess =
          Nearest.guess(name, known).map(near -> ", did you mean '" + near + "'?").orElse("");
      problems.add(
          scalar,
          "unknown key '%s' in %s%s (known: %s)"
              .formatted(name, what, guess, String.join(", ", known)));
    } else if (values.put(name, entry.getValueNode()) != null) {
      problems.add(scalar, "key '" + name + "' comes twice");
    } else {
      keys.put(name, scalar);
    }
  }

  Map<String, Node> values() {
    return values;
  }

  Node keyOf(String name) {
    return keys.get(name);
  }

  Optional<Node> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** The text of a single value; a problem and nothing for a list or mapping. */
  Optional<String> text(String key) {
    return get(key).flatMap(node -> text(node, key));
  }

  Optional<String> text(Node node, String key) {
    if (node instanceof ScalarNode scalar) {
      boolean nothing = scalar.getValue().isEmpty() && scalar.getScalarStyle() == ScalarStyle.PLAIN;
      if (!nothing) {
        return Optional.of(scalar.getValue());
      }
    }
    problems.add(node, "'" + key + "' must be a single value");
    return Optional.empty();
  }

  List<Node> list(String key) {
    Node node = values.get(key);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      problems.add(node, "'" + key + "' must be a list");
      return List.of();
    }
    return sequence.getValue();
  }
}
