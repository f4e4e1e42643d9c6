package io.peerwatch.cli.policy;

import io.peerwatch.cli.option.ConnectionOptions;
import io.peerwatch.cli.run.Connecting;
import io.peerwatch.cli.run.Session;
import io.peerwatch.schemas.avro.GroupPolicy;
import io.peerwatch.schemas.json.JsonLines;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code peerwatch policy history}. */
@Command(
    name = "history",
    header = "Show every version of policies, in the order in which they were written.",
    footer = {
      "Examples:",
      "  peerwatch policy history",
      "  peerwatch policy history 'web-*' --json",
    })
final class PolicyHistoryCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      arity = "0..1",
      paramLabel = "PATTERN",
      description = "Only this pattern, as it is written.")
  private String pattern;

  @Option(names = "--json", description = "One JSON object a line, fields by their Avro names.")
  private boolean json;

  @Mixin private final ConnectionOptions connection;

  PolicyHistoryCommand(Session session) {
    this.session = session;
    this.connection = new ConnectionOptions(session.sources());
  }

  @Override
  public Integer call() throws InterruptedException {
    var settings = new Connecting(session).toBoth(connection);
    List<GroupPolicy> versions =
        new PolicyTopics(session, settings)
            .versions().stream()
                .filter(version -> pattern == null || version.getPattern().equals(pattern))
                .toList();
    if (versions.isEmpty()) {
      session
          .terminal()
          .note(pattern == null ? "no policy was ever written" : "no policy of " + pattern);
    }
    if (json) {
      versions.stream().map(JsonLines::of).forEach(session.terminal()::line);
    } else {
      show(versions);
    }
    return 0;
  }

  private void show(List<GroupPolicy> versions) {
    Map<String, Map<String, String>> before = new HashMap<>();
    for (GroupPolicy version : versions) {
      Map<String, String> now = PolicyFields.said(version);
      Map<String, String> then = before.getOrDefault(version.getPattern(), Map.of());
      before.put(version.getPattern(), now);
      String done = now.isEmpty() ? "removed" : then.isEmpty() ? "added" : "changed";
      String line =
          "%s: %s from %s, order %d, by %s"
              .formatted(
                  version.getPattern(),
                  done,
                  ValidFromOption.text(version.getValidFrom()),
                  version.getOrder(),
                  version.getAuthor().isEmpty() ? "-" : version.getAuthor());
      session.terminal().line(line.replaceAll("\\p{Cntrl}", "?"));
      PolicyChanges.difference(then, now).stream()
          .map(field -> field.replaceAll("\\p{Cntrl}", "?"))
          .forEach(session.terminal()::line);
    }
  }
}
