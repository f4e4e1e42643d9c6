package io.peerwatch.consumers.table;

import io.peerwatch.consumers.feed.TopicFeed;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.TopicSpec;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * A topic as it stands now: read once, from its beginning to the end that it had at the start, as
 * committed. Records that cannot be read are counted and said, and the others are taken.
 */
public final class TopicTable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private TopicTable() {}

  /**
   * The last value of every key, by key; a key whose last value is null is not there.
   *
   * @param problems told one line about each record that is skipped and how many there were
   */
  public static <V extends SpecificRecord> SortedMap<String, V> latest(
      ConnectionSettings settings, TopicSpec<V> spec, Consumer<String> problems) {
    var latest = new TreeMap<String, V>();
    read(
        settings,
        spec,
        problems,
        (key, value) -> {
          if (value == null) {
            latest.remove(key);
          } else {
            latest.put(key, value);
          }
        });
    return latest;
  }

  /**
   * Hands on every record, key and value or null, in the order of each partition.
   *
   * @throws io.peerwatch.consumers.feed.NoTopicException when there is no such topic
   * @throws io.peerwatch.consumers.feed.StalledException when nothing comes for 20 s
   */
  public static <V extends SpecificRecord> void read(
      ConnectionSettings settings,
      TopicSpec<V> spec,
      Consumer<String> problems,
      BiConsumer<String, V> reader) {
    try (var feed = new TopicFeed<>(settings, spec, problems)) {
      feed.start(true);
      long unreadable = feed.readToEnd(reader, PATIENCE);
      if (unreadable > 0) {
        problems.accept(
            "%d of the records on %s could not be read and count for nothing"
                .formatted(unreadable, settings.topic(spec)));
      }
    }
  }
}
