package io.peerwatch.cli.policy;

import io.peerwatch.cli.run.CommandFailedException;
import io.peerwatch.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** Everything that is wrong with one file of policies, each with its line and column. */
final class PolicyProblems {
  private final String file;
  private final List<Problem> found = new ArrayList<>();

  PolicyProblems(String file) {
    this.file = file;
  }

  private record Problem(int line, int column, String what) {}

  void add(Node at, String what) {
    add(at.getStartMark(), what);
  }

  /**
   * Notes a problem.
   *
   * @param at null: the file as a whole
   */
  void add(Mark at, String what) {
    found.add(
        new Problem(at == null ? 1 : at.getLine() + 1, at == null ? 1 : at.getColumn() + 1, what));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** One line each, in the order of the file: {@code policies.yaml:7:5: unknown key …}. */
  List<String> lines() {
    return found.stream()
        .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
        .map(p -> "%s:%d:%d: %s".formatted(file, p.line, p.column, p.what))
        .toList();
  }

  /**
   * Tells all of them.
   *
   * @throws CommandFailedException if there are any
   */
  void tell(Terminal terminal) {
    if (!found.isEmpty()) {
      lines().forEach(terminal::note);
      throw new CommandFailedException(
          "%s in %s, nothing was done: mend %s"
              .formatted(
                  found.size() == 1 ? "1 problem" : found.size() + " problems",
                  file,
                  found.size() == 1 ? "it" : "them"));
    }
  }
}
