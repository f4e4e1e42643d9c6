package io.peerwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  private final CapturedTerminal terminal = new CapturedTerminal();
  @TempDir private Path folder;

  @Test
  void shouldHelpAndTellItsVersion() {
    assertThat(terminal.run("--help")).isZero();
    assertThat(terminal.out()).contains("Usage: peerwatch", "Exit codes:");
    assertThat(terminal.run("--version")).isZero();
    assertThat(terminal.out()).contains("peerwatch (not from a jar)");
    assertThat(terminal.err()).isEmpty();
  }

  @Test
  void shouldTellWrongUsageInOneLineAndEndWithTwo() {
    assertThat(terminal.run("--verbos")).isEqualTo(2);
    assertThat(terminal.errLines()).hasSize(1);
    assertThat(terminal.err())
        .contains("'--verbos'", "did you mean --verbose?", "see peerwatch --help");
  }

  @Test
  void shouldAskWhichCommand() {
    assertThat(terminal.run()).isEqualTo(2);
    assertThat(terminal.errLines())
        .containsExactly("peerwatch: which command? (see peerwatch --help)");
  }

  @Test
  void shouldNotShowTheValueOfAnOptionThatNobodyKnows() {
    assertThat(terminal.run("--kafak.sasl.password=geheim")).isEqualTo(2);
    assertThat(terminal.err()).contains("--kafak.sasl.password").doesNotContain("geheim");
  }

  @Test
  void shouldRefuseAConfigFileThatIsMissing() {
    assertThat(terminal.run("--config", folder.resolve("no.properties").toString())).isEqualTo(2);
    assertThat(terminal.errLines()).hasSize(1);
    assertThat(terminal.err()).contains("no.properties");
  }

  @Test
  void shouldRefuseAMisspeltKeyInTheConfigFileAndNotShowItsValue() throws IOException {
    Path file = Files.writeString(folder.resolve("p.properties"), "kafak.sasl.password=geheim\n");
    assertThat(terminal.run(Map.of("PEERWATCH_CONFIG", file.toString()), "--help")).isEqualTo(2);
    assertThat(terminal.errLines()).hasSize(1);
    assertThat(terminal.err()).contains("kafak.sasl.password").doesNotContain("geheim");
  }
}
