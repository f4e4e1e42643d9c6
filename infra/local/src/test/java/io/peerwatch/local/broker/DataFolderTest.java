package io.peerwatch.local.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.peerwatch.local.LocalStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path temp;

  @Test
  void shouldKeepTheClusterIdWithTheData() {
    String first;
    try (DataFolder data = DataFolder.open(temp.resolve("a/b"), 1)) {
      first = data.identity().clusterId();
    }
    try (DataFolder data = DataFolder.open(temp.resolve("a/b"), 1)) {
      assertThat(data.identity().clusterId()).isEqualTo(first).hasSize(22);
    }
    try (DataFolder data = DataFolder.open(temp.resolve("c"), 1)) {
      assertThat(data.identity().clusterId()).isNotEqualTo(first);
    }
  }

  @Test
  void shouldRefuseAnotherNumberOfBrokersAndLetTheFolderGo() {
    DataFolder.open(temp, 3).close();
    assertThatThrownBy(() -> DataFolder.open(temp, 1))
        .isInstanceOf(LocalStartException.class)
        .hasMessage(
            "the data in %s belongs to 3 broker(s), not 1; start with --brokers 3, or choose another folder with --data",
            temp);
    DataFolder.open(temp, 3).close();
  }

  @Test
  void shouldBelongToOneAtATime() {
    try (DataFolder data = DataFolder.open(temp, 1)) {
      assertThat(data.nodeFolder(1)).isEqualTo(temp.resolve("broker-1"));
      assertThatThrownBy(() -> DataFolder.open(temp.resolve("../" + temp.getFileName()), 1))
          .isInstanceOf(LocalStartException.class)
          .hasMessageStartingWith("the data folder " + temp + " is in use by another Peerwatch");
    }
    DataFolder.open(temp, 1).close();
  }

  @Test
  void shouldSayWhatIsWrongWithAFolder() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "");
    assertThatThrownBy(() -> DataFolder.open(file, 1))
        .isInstanceOf(LocalStartException.class)
        .hasMessage(file + " is a file; choose a folder with --data");

    Path damaged = Files.createDirectory(temp.resolve("damaged"));
    Files.writeString(damaged.resolve("cluster.properties"), "brokers=1");
    assertThatThrownBy(() -> DataFolder.open(damaged, 1))
        .isInstanceOf(LocalStartException.class)
        .hasMessageContaining("cluster.properties is damaged");
  }
}
