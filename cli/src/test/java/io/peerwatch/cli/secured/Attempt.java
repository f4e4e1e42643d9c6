package io.peerwatch.cli.secured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.peerwatch.cli.CapturedTerminal;
import io.peerwatch.cli.run.Stop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One command line, as it was typed, and what came of it. */
final class Attempt {
  /** Within so many seconds a person is told what is wrong. */
  static final Duration SECONDS = Duration.ofSeconds(20);

  private static final Duration WORK_MAX = Duration.ofMinutes(2);

  private final CapturedTerminal terminal = new CapturedTerminal();
  private final List<String> arguments = new ArrayList<>();
  private int code;
  private Duration took;

  /** The words of the command, then the options. */
  @SafeVarargs
  Attempt(String command, List<String>... options) {
    arguments.addAll(List.of(command.split(" ")));
    for (List<String> more : options) {
      arguments.addAll(more);
    }
  }

  /** Runs it to its own end. */
  Attempt run() {
    return runUntil(() -> false);
  }

  /** Runs it until it ends, or until it has done what it is for and is stopped. */
  Attempt runUntil(Callable<Boolean> works) {
    long start = System.nanoTime();
    var stop = new Stop();
    var running =
        CompletableFuture.supplyAsync(
            () -> terminal.run(stop, arguments), task -> new Thread(task, "attempt").start());
    await()
        .atMost(WORK_MAX)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> running.isDone() || works.call());
    stop.request();
    code = running.orTimeout(WORK_MAX.toSeconds(), TimeUnit.SECONDS).join();
    took = Duration.ofNanos(System.nanoTime() - start);
    return this;
  }

  String out() {
    return terminal.out();
  }

  String err() {
    return terminal.err();
  }

  void mustWork() {
    assertThat(code).as("%s: %s", arguments, terminal.err()).isZero();
    mustKeepSecrets();
  }

  /** Ended badly, within seconds, with one line of its own in which all of these occur. */
  void mustFailSaying(String... words) {
    assertThat(code).as("%s: %s", arguments, terminal.out()).isEqualTo(1);
    assertThat(took).isLessThan(SECONDS);
    String last = terminal.errLines().get(terminal.errLines().size() - 1);
    assertThat(last)
        .as("%s: %s", arguments, terminal.err())
        .startsWith("peerwatch ")
        .contains(words);
    mustKeepSecrets();
  }

  private void mustKeepSecrets() {
    assertThat(terminal.out() + terminal.err()).doesNotContain("geheim");
  }
}
