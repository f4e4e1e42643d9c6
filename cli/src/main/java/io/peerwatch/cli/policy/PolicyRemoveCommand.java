package io.peerwatch.cli.policy;

import io.peerwatch.cli.operate.DryRunOption;
import io.peerwatch.cli.operate.WhoOption;
import io.peerwatch.cli.option.ConnectionOptions;
import io.peerwatch.cli.run.CommandFailedException;
import io.peerwatch.cli.run.Connecting;
import io.peerwatch.cli.run.Session;
import io.peerwatch.schemas.access.Access;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code peerwatch policy remove}. */
@Command(
    name = "remove",
    header = "Take the policies of patterns away.",
    footer = {"Example:", "  peerwatch policy remove 'db-*'"})
final class PolicyRemoveCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(arity = "1..*", paramLabel = "PATTERN", description = "As policy export shows them.")
  private Set<String> patterns;

  @Mixin private ValidFromOption when;
  @Mixin private WhoOption who;
  @Mixin private DryRunOption dry;

  @Mixin private final ConnectionOptions connection;

  PolicyRemoveCommand(Session session) {
    this.session = session;
    this.connection = new ConnectionOptions(session.sources());
  }

  @Override
  public Integer call() throws InterruptedException {
    Instant validFrom = when.validFrom();
    var settings = new Connecting(session).toBoth(connection, Access.POLICY);
    var topics = new PolicyTopics(session, settings);
    var there = topics.latest();
    var unknown = patterns.stream().filter(pattern -> !there.containsKey(pattern)).toList();
    if (!unknown.isEmpty()) {
      throw new CommandFailedException(
          "no policy of %s: see peerwatch policy export".formatted(String.join(", ", unknown)));
    }
    var changes = new PolicyChanges(there);
    patterns.forEach(changes::remove);
    changes.lines().forEach(session.terminal()::line);
    if (dry.dryRun()) {
      session.terminal().note("nothing was written: --dry-run");
    } else {
      topics.write(changes.versions(validFrom, who.who()));
      session.terminal().note("gone from %s on".formatted(ValidFromOption.text(validFrom)));
    }
    return 0;
  }
}
