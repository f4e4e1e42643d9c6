package io.peerwatch.cli.operate;

import io.peerwatch.producers.operate.Change;
import io.peerwatch.producers.operate.Operated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * What has to be written so that the topic says what was asked for: nothing for what it says
 * already, so that asking twice changes nothing.
 */
public final class Comparing<V extends SpecificRecord> {
  private final Operated<V> operated;
  private final Map<String, V> there;
  private final Function<V, String> name;
  private final Function<V, String> description;
  private final List<Change<V>> changes = new ArrayList<>();
  private int added;
  private int changed;
  private int removed;
  private int unchanged;

  /**
   * Compares with what is there.
   *
   * @param there values by key
   * @param name of a value, for its line
   * @param description what else to say of it
   */
  public Comparing(
      Operated<V> operated,
      Map<String, V> there,
      Function<V, String> name,
      Function<V, String> description) {
    this.operated = operated;
    this.there = there;
    this.name = name;
    this.description = description;
  }

  public void put(V value) {
    var key = operated.key().apply(value);
    var before = there.get(key);
    if (value.equals(before)) {
      unchanged++;
    } else {
      var done = before == null ? "added" : "changed";
      added += before == null ? 1 : 0;
      changed += before == null ? 0 : 1;
      changes.add(
          Change.put(
              key,
              value,
              "%s: %s, %s".formatted(name.apply(value), done, description.apply(value))));
    }
  }

  /** Takes away a value that is there. */
  public void remove(V value) {
    removed++;
    changes.add(Change.end(operated.key().apply(value), name.apply(value) + ": removed"));
  }

  public List<Change<V>> changes() {
    return List.copyOf(changes);
  }

  /** One line of counts. */
  public String summary() {
    return "%d added, %d changed, %d removed, %d unchanged"
        .formatted(added, changed, removed, unchanged);
  }
}
