package io.peerwatch.streams.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.peerwatch.schemas.settings.ConnectionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceIdTest {
  private static final String MEMBER = "consumer.group.instance.id";

  @TempDir private Path folder;

  @Test
  void shouldStayTheSameForAFolderAndDifferBetweenFolders() throws IOException {
    String first = InstanceId.keptIn(folder.resolve("a"));
    assertThat(first).isNotBlank().isEqualTo(InstanceId.keptIn(folder.resolve("a")));
    assertThat(InstanceId.keptIn(folder.resolve("b"))).isNotEqualTo(first);
    try (var files = Files.list(folder.resolve("a"))) {
      assertThat(files.map(file -> file.getFileName().toString()).toList())
          .isEqualTo(List.of("instance-id"));
    }
  }

  @Test
  void shouldSayWhichFolderCannotBeUsed() throws IOException {
    Path file = Files.writeString(folder.resolve("a-file"), "");
    assertThatThrownBy(() -> InstanceId.keptIn(file))
        .isInstanceOf(StreamStartException.class)
        .hasMessageContaining("a-file");
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Files.writeString(empty.resolve("instance-id"), "");
    assertThatThrownBy(() -> InstanceId.keptIn(empty)).hasMessageContaining("delete it");
  }

  @Test
  void shouldNameTheMemberUnlessTheProtocolKnowsNoNames() {
    assertThat(StreamsProperties.of(settings(Map.of())))
        .containsEntry(MEMBER, InstanceId.keptIn(folder))
        .containsEntry("num.standby.replicas", 1);
    assertThat(StreamsProperties.of(settings(Map.of("group.protocol", "streams"))))
        .doesNotContainKey(MEMBER);
  }

  private StreamSettings settings(Map<String, String> kafka) {
    var connection =
        new ConnectionSettings("localhost:1", "http://localhost:2", "test.", kafka, Map.of());
    StreamSettings defaults = StreamSettings.of(connection, folder);
    assertThat(defaults.instanceId()).isEqualTo(Optional.empty());
    return defaults;
  }
}
