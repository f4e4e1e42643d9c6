package io.peerwatch.producers.simulate.yaml;

import java.util.List;

/**
 * A scenario that can't be used. Each problem is one line with the file and, if known, the line;
 * the message is the first of them, with the number of the others.
 */
public final class ScenarioException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  ScenarioException(List<String> problems) {
    super(message(problems));
    this.problems = List.copyOf(problems);
  }

  ScenarioException(String problem) {
    this(List.of(problem));
  }

  /** Everything that is wrong, in the order of lines; at least one. */
  public List<String> problems() {
    return problems;
  }

  private static String message(List<String> problems) {
    int others = problems.size() - 1;
    return others == 0
        ? problems.get(0)
        : problems.get(0)
            + " (and "
            + others
            + " more: "
            + String.join("; ", problems.subList(1, problems.size()))
            + ")";
  }
}
