package io.peerwatch.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.cli.CapturedTerminal;
import io.peerwatch.schemas.access.Access;
import org.junit.jupiter.api.Test;

class TopicsAclsTest {
  private final CapturedTerminal terminal = new CapturedTerminal();

  @Test
  void shouldPrintLinesThatKafkasToolTakes() {
    assertThat(terminal.run("topics", "acls", "notify", "stream", "--bootstrap-servers=k:1"))
        .isZero();
    String add = "kafka-acls --bootstrap-server k:1 --add --allow-principal 'User:peerwatch-";
    assertThat(terminal.out().lines())
        .containsExactly(
            "# notify",
            add
                + "notify' --operation Read --topic 'peerwatch.host-alerts'"
                + " --topic 'peerwatch.silences'",
            "# stream",
            add + "stream' --operation Read --operation Write --topic 'peerwatch.host-samples'",
            add
                + "stream' --operation Read --topic 'peerwatch.alert-feedback'"
                + " --topic 'peerwatch.host-inventory' --topic 'peerwatch.policy-history' --group 'peerwatch.streams'",
            add
                + "stream' --operation Write --topic 'peerwatch.host-alerts'"
                + " --topic 'peerwatch.group-verdicts' --topic 'peerwatch.host-readings'"
                + " --topic 'peerwatch.group-capacity' --topic 'peerwatch.budget-ledger'"
                + " --topic 'peerwatch.rejected-records'",
            add
                + "stream' --operation Create --operation Read --operation Write"
                + " --resource-pattern-type prefixed --topic 'peerwatch.streams-'",
            add
                + "stream' --operation Write --resource-pattern-type prefixed"
                + " --transactional-id 'peerwatch.streams-'");
  }

  @Test
  void shouldKnowEveryCommandThatNeedsRightsAndGrantThemToWhomItIsTold() {
    terminal.run("topics", "acls", "--json", "--principal", "User:one", "--prefix", "staging.");
    assertThat(terminal.out().lines())
        .allMatch(line -> line.contains("\"principal\":\"User:one\""))
        .allMatch(line -> line.contains("\"name\":\"staging."));
    for (Access access : Access.values()) {
      assertThat(terminal.out()).contains("{\"command\":\"" + access.command() + "\"");
    }
  }

  @Test
  void shouldNotGuessACommand() {
    assertThat(terminal.run("topics", "acls", "strem")).isEqualTo(2);
    assertThat(terminal.errLines()).hasSize(1);
    assertThat(terminal.err()).contains("'strem'", "stream", "topics-apply");
  }
}
