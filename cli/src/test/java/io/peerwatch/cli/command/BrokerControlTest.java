package io.peerwatch.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrokerControlTest {
  private final List<String> done = new ArrayList<>();

  @Test
  void shouldDoWhatTheLinesSayAndSayWhatItCannot() {
    new BrokerControl(id -> done.add("-" + id), this::start, done::add)
        .follow(
            new ByteArrayInputStream(
                "stop 2\n start  2\nstop all\nstart 9\n".getBytes(StandardCharsets.UTF_8)));
    assertThat(done)
        .containsExactly(
            "-2",
            "local: broker 2 stopped",
            "+2",
            "local: broker 2 started",
            "local: 'stop all' is neither 'stop N' nor 'start N'",
            "local: broker 9 isn't a stopped one");
  }

  private void start(int id) {
    if (id > 3) {
      throw new IllegalArgumentException("broker " + id + " isn't a stopped one");
    }
    done.add("+" + id);
  }
}
