package io.peerwatch.local.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.peerwatch.local.LocalSettings;
import io.peerwatch.local.LocalStartException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalPortsTest {
  private static final Path FOLDER = Path.of("unused");

  @Test
  void shouldTellATakenPortFromAFreeOne() throws IOException {
    int port;
    try (ServerSocket taker = new ServerSocket(0, 1, InetAddress.getByName(LocalPorts.HOST))) {
      port = taker.getLocalPort();
      assertThatThrownBy(() -> LocalPorts.requireFree(port, "--port"))
          .isInstanceOf(LocalStartException.class)
          .hasMessage(
              "port %d on 127.0.0.1 is taken; stop what uses it, or choose another with --port",
              port);
    }
    assertThatCode(() -> LocalPorts.requireFree(port, "--port")).doesNotThrowAnyException();
  }

  @Test
  void shouldFindDifferentFreePorts() {
    var first = LocalPorts.free(20, List.of());
    assertThat(first).hasSize(20).allMatch(port -> port >= 20_000 && port < 32_000);
    assertThat(LocalPorts.free(20, first)).hasSize(20).doesNotContainAnyElementsOf(first);
  }

  @ParameterizedTest
  @CsvSource({"0,0,0", "6,0,0", "1,-1,0", "3,65534,0", "1,0,65536", "3,9092,9094"})
  void shouldRefuseSettingsThatCannotWork(int brokers, int brokerPort, int registryPort) {
    assertThatThrownBy(() -> new LocalSettings(brokers, brokerPort, registryPort, FOLDER))
        .isInstanceOf(LocalStartException.class)
        .hasMessageContaining("choose");
  }
}
