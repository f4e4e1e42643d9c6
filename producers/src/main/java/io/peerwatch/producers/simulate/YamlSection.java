package io.peerwatch.producers.simulate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One mapping of a YAML file, whose keys are asked for one by one; what nobody asked for is an
 * error. Every error names file and line.
 */
final class YamlSection {
  private final String file;
  private final MappingNode node;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Node> unasked = new LinkedHashMap<>();
  private final TreeSet<String> asked = new TreeSet<>();

  YamlSection(String file, Node node) {
    this.file = file;
    if (!(node instanceof MappingNode mapping)) {
      throw error(file, node, "must be a mapping of keys to values");
    }
    this.node = mapping;
    for (NodeTuple entry : mapping.getValue()) {
      String key = scalar(entry.getKeyNode(), "a key");
      if (values.put(key, entry.getValueNode()) != null) {
        throw error(file, entry.getKeyNode(), "key '" + key + "' comes twice");
      }
      unasked.put(key, entry.getKeyNode());
    }
  }

  String text(String key) {
    return optional(key, text -> text).orElseThrow(() -> missing(key));
  }

  Optional<String> optionalText(String key) {
    return optional(key, text -> text);
  }

  /** A value that {@code reader} understands, whose complaint follows the key in the message. */
  <T> T value(String key, Function<String, T> reader) {
    return optional(key, reader).orElseThrow(() -> missing(key));
  }

  <T> Optional<T> optional(String key, Function<String, T> reader) {
    Node value = ask(key);
    if (value == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(reader.apply(scalar(value, "'" + key + "'")));
    } catch (IllegalArgumentException e) {
      throw error(file, value, "'" + key + "' " + e.getMessage());
    }
  }

  /** A number within [min, max], or {@code absent} where the key is missing. */
  double number(String key, double min, double max, double absent) {
    return optional(key, text -> number(text, min, max)).orElse(absent);
  }

  /** A whole number within [min, max]. */
  int wholeNumber(String key, int min, int max) {
    return value(key, text -> whole(text, min, max));
  }

  /** The mappings of a list; empty where the key is missing. */
  List<YamlSection> sections(String key) {
    Node value = ask(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof SequenceNode sequence)) {
      throw error(file, value, "'" + key + "' must be a list");
    }
    var sections = new ArrayList<YamlSection>();
    for (Node element : sequence.getValue()) {
      sections.add(new YamlSection(file, element));
    }
    return sections;
  }

  /** Complains of the first key that was never asked for. */
  void refuseOtherKeys() {
    if (!unasked.isEmpty()) {
      Map.Entry<String, Node> first = unasked.entrySet().iterator().next();
      throw error(
          file,
          first.getValue(),
          "unknown key '" + first.getKey() + "', known here are " + String.join(", ", asked));
    }
  }

  /** An error at this section. */
  ScenarioException error(String message) {
    return error(file, node, message);
  }

  /** An error at the value of a key, or at this section where the key is missing. */
  ScenarioException errorAt(String key, String message) {
    return error(file, values.getOrDefault(key, node), message);
  }

  private Node ask(String key) {
    asked.add(key);
    unasked.remove(key);
    return values.get(key);
  }

  private ScenarioException missing(String key) {
    return error("'" + key + "' is missing");
  }

  private String scalar(Node value, String what) {
    if (value instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw error(file, value, what + " must be a single value");
  }

  private static double number(String text, double min, double max) {
    double number;
    try {
      number = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("must be a number, not '" + text + "'");
    }
    if (!(number >= min && number <= max)) {
      throw new IllegalArgumentException("must lie within " + min + " and " + max);
    }
    return number;
  }

  private static int whole(String text, int min, int max) {
    double number = number(text, min, max);
    if (number != Math.rint(number)) {
      throw new IllegalArgumentException("must be a whole number, not '" + text + "'");
    }
    return (int) number;
  }

  private static ScenarioException error(String file, Node at, String message) {
    return new ScenarioException(file + ":" + (at.getStartMark().getLine() + 1) + ": " + message);
  }
}
