package io.peerwatch.producers.simulate.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** Everything that is wrong with one file. */
final class Problems {
  private static final int SHOWN_MAX = 20;

  private final String file;
  private final List<Problem> found = new ArrayList<>();

  Problems(String file) {
    this.file = file;
  }

  void add(Node at, String what) {
    found.add(new Problem(at.getStartMark().getLine() + 1, what));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /**
   * @throws ScenarioException with the first {@value #SHOWN_MAX}, when there are any
   */
  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new ScenarioException(
          found.stream()
              .sorted(Comparator.comparingInt(Problem::line))
              .limit(SHOWN_MAX)
              .map(problem -> file + ":" + problem.line + ": " + problem.what)
              .toList());
    }
  }

  private record Problem(int line, String what) {}
}
