package io.peerwatch.cli.operate;

import io.peerwatch.cli.run.Session;
import io.peerwatch.consumers.table.TopicTable;
import io.peerwatch.producers.operate.Change;
import io.peerwatch.producers.operate.Operated;
import io.peerwatch.producers.operate.OperatedWriter;
import io.peerwatch.schemas.settings.ConnectionSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.apache.avro.specific.SpecificRecord;

/** Reads a topic that people write and writes it, and says so on the terminal. */
public final class Operating<V extends SpecificRecord> {
  private final Session session;
  private final ConnectionSettings settings;
  private final Operated<V> operated;

  public Operating(Session session, ConnectionSettings settings, Operated<V> operated) {
    this.session = session;
    this.settings = settings;
    this.operated = operated;
  }

  /** What stands now, by key. */
  public SortedMap<String, V> latest() {
    return TopicTable.latest(settings, operated.spec(), session.terminal()::note);
  }

  /** All that was said and is still kept, in the order of each partition. */
  public List<V> all() {
    var values = new ArrayList<V>();
    TopicTable.read(
        settings,
        operated.spec(),
        session.terminal()::note,
        (key, value) -> {
          if (value != null) {
            values.add(value);
          }
        });
    return values;
  }

  /**
   * Writes the changes and tells each once it is acknowledged.
   *
   * @param dryRun true: tells what would be done, and does nothing
   */
  public void write(List<Change<V>> changes, boolean dryRun) {
    if (dryRun) {
      changes.forEach(change -> session.terminal().line("would do: " + change.line()));
    } else {
      new OperatedWriter<>(settings, operated)
          .write(changes, change -> session.terminal().line(change.line()));
    }
  }
}
