package io.peerwatch.proof.bench.pipeline.seat;

import io.peerwatch.proof.bench.pipeline.contestant.Contestant;
import io.peerwatch.proof.bench.pipeline.contestant.RunOrder;
import io.peerwatch.schemas.settings.ConnectionSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A process that seats one contestant: a command a line on standard input, an answer a line on
 * standard output. It ends with its input, so also when whoever started it is gone.
 */
public final class ContestantProcess {
  static final String READY = "ready";

  private final Contestant contestant;
  private final LocalSeat seat = new LocalSeat();

  private ContestantProcess(Contestant contestant) {
    this.contestant = contestant;
  }

  /**
   * @param args the contestant
   */
  public static void main(String[] args) throws IOException {
    PrintStream answers = System.out;
    System.setOut(System.err); // nobody else may answer
    var process = new ContestantProcess(Contestant.valueOf(args[0]));
    var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    answers.println(READY);
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      answers.println(process.answer(line.split("\t")));
    }
    Runtime.getRuntime().halt(0); // what still runs is of no interest
  }

  private String answer(String[] words) {
    try {
      switch (words[0]) {
        case "start" -> seat.start(order(words));
        case "well" -> seat.requireWell();
        case "running" -> seat.awaitRunning(Duration.ofMillis(Long.parseLong(words[1])));
        case "stop" -> seat.stop();
        case "profile" -> seat.profile();
        case "end-profile" -> seat.endProfile(Path.of(words[1]));
        case "figures" -> {
          return seat.figures().line();
        }
        default -> throw new BenchException("no such command: " + words[0]);
      }
      return READY;
    } catch (RuntimeException e) {
      e.printStackTrace();
      return "failed " + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
  }

  static String start(RunOrder order) {
    ConnectionSettings connection = order.connection();
    return String.join(
        "\t",
        "start",
        connection.bootstrapServers(),
        connection.registryUrl(),
        connection.prefix(),
        Integer.toString(order.number()),
        Integer.toString(order.metrics()),
        order.folder().toString(),
        Integer.toString(order.threads()));
  }

  private RunOrder order(String[] words) {
    return new RunOrder(
        contestant,
        ConnectionSettings.of(words[1], words[2], words[3]),
        Integer.parseInt(words[4]),
        Integer.parseInt(words[5]),
        Path.of(words[6]),
        Integer.parseInt(words[7]));
  }
}
