package io.peerwatch.cli.command;

import io.peerwatch.local.LocalCluster;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stops and starts single brokers of a local cluster by lines such as {@code stop 2}. */
final class BrokerControl {
  private static final Pattern LINE = Pattern.compile("(stop|start)\\s+(\\d{1,3})");

  private final IntConsumer stop;
  private final IntConsumer start;
  private final Consumer<String> notes;

  BrokerControl(IntConsumer stop, IntConsumer start, Consumer<String> notes) {
    this.stop = stop;
    this.start = start;
    this.notes = notes;
  }

  /** Listens until the lines or the process end. */
  static void listen(InputStream lines, LocalCluster cluster, Consumer<String> notes) {
    var control = new BrokerControl(cluster::stopBroker, cluster::startBroker, notes);
    Thread thread = new Thread(() -> control.follow(lines), "broker-control");
    thread.setDaemon(true);
    thread.start();
  }

  /** One line after the other, each done before the next. */
  void follow(InputStream lines) {
    var reader = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8));
    try {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        obey(line.strip());
      }
    } catch (IOException gone) {
      notes.accept("local: no more lines can be read (%s)".formatted(gone.getMessage()));
    }
  }

  private void obey(String line) {
    Matcher order = LINE.matcher(line);
    if (!order.matches()) {
      notes.accept("local: '%s' is neither 'stop N' nor 'start N'".formatted(line));
      return;
    }
    boolean stopping = order.group(1).equals("stop");
    int id = Integer.parseInt(order.group(2));
    try {
      (stopping ? stop : start).accept(id);
      notes.accept("local: broker %d %s".formatted(id, stopping ? "stopped" : "started"));
    } catch (RuntimeException refused) {
      notes.accept("local: " + refused.getMessage());
    }
  }
}
