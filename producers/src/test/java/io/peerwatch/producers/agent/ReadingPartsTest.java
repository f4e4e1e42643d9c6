package io.peerwatch.producers.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.producers.agent.notes.Notes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadingPartsTest {
  private final List<String> told = new ArrayList<>();
  private final ReadingParts parts = new ReadingParts(new Notes(told::add, System::nanoTime));

  @Test
  void shouldLeaveOutOnlyThePartThatFailsAndTellItOnce() {
    var read = new ArrayList<String>();
    for (int i = 0; i < 3; i++) {
      parts.read(
          "disks",
          () -> {
            throw new IllegalStateException("no permission");
          });
      parts.read("memory", () -> read.add("memory"));
    }
    assertThat(read).hasSize(3);
    assertThat(told)
        .containsExactly(
            "disks can't be read and are left out: java.lang.IllegalStateException: no permission");
  }

  @Test
  void shouldTellOnceWhatAMachineDoesNotShow() {
    parts.tellOfMissing(Map.of(), Map.of());
    parts.tellOfMissing(Map.of(), Map.of());
    assertThat(told).hasSize(5).contains("this machine shows no disks: left out");
  }
}
