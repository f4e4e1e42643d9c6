package io.peerwatch.proof.faults.lab;

import io.peerwatch.consumers.feed.TopicFeed;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.TopicSpec;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What a reader of committed records sees of a topic. */
public final class Committed {
  private Committed() {}

  /** All values that are there now, from the beginning. */
  public static <V extends SpecificRecord> List<V> all(
      ConnectionSettings connection, TopicSpec<V> topic) {
    List<V> values = new ArrayList<>();
    try (var feed = new TopicFeed<>(connection, topic, problem -> {})) {
      feed.start(true);
      feed.runToEnd(values::add);
    }
    return values;
  }
}
