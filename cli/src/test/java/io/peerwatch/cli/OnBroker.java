package io.peerwatch.cli;

import io.peerwatch.consumers.table.TopicTable;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.TopicSpec;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Command lines that are told where the broker of a test is, and what lies there afterwards. */
record OnBroker(ConnectionSettings connection) {

  /** The command line with what connects it. */
  List<String> connected(String... arguments) {
    List<String> command = new ArrayList<>(List.of(arguments));
    command.add("--bootstrap-servers=" + connection.bootstrapServers());
    command.add("--registry=" + connection.registryUrl());
    command.add("--prefix=" + connection.prefix());
    return command;
  }

  /** Runs it in a terminal; its exit code. */
  int run(CapturedTerminal terminal, String... arguments) {
    return terminal.run(connected(arguments).toArray(String[]::new));
  }

  /** All values on a topic now. */
  <V extends SpecificRecord> List<V> all(TopicSpec<V> topic) {
    List<V> values = new ArrayList<>();
    TopicTable.read(connection, topic, problem -> {}, (key, value) -> values.add(value));
    return values;
  }
}
