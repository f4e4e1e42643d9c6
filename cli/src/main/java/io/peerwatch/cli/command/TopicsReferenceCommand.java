package io.peerwatch.cli.command;

import io.peerwatch.cli.run.Session;
import io.peerwatch.schemas.reference.ReferencePage;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code peerwatch topics reference}. */
@Command(
    name = "reference",
    header = "Describe every topic, schema, field and enum, in Markdown. Connects to nothing.",
    footer = {"Example:", "  peerwatch topics reference > reference.md"})
final class TopicsReferenceCommand implements Callable<Integer> {
  private final Session session;

  TopicsReferenceCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ReferencePage.markdown().lines().forEach(session.terminal()::line);
    return 0;
  }
}
