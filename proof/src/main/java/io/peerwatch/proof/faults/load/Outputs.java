package io.peerwatch.proof.faults.load;

import io.peerwatch.proof.faults.lab.Committed;
import io.peerwatch.schemas.json.JsonLines;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.TopicSpec;
import io.peerwatch.schemas.topics.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/**
 * Everything that readers of committed records see of the topics that the application writes, up to
 * a moment of event time: what follows it hangs on how long somebody listened.
 */
public final class Outputs {
  /** Each topic with the field that holds a record's event time. */
  private static final Map<TopicSpec<?>, String> TIMES =
      Map.of(
          Topics.HOST_ALERTS, "updatedAt",
          Topics.GROUP_VERDICTS, "windowEnd",
          Topics.HOST_READINGS, "windowEnd",
          Topics.GROUP_CAPACITY, "windowEnd",
          Topics.BUDGET_LEDGER, "weekEnd");

  /** By topic and group, in the order of the log. */
  private final Map<TopicSpec<?>, Map<String, List<String>>> lines = new LinkedHashMap<>();

  private Outputs() {}

  /** Reads all of them. */
  public static Outputs of(ConnectionSettings connection, Instant until) {
    Outputs outputs = new Outputs();
    TIMES.forEach((topic, time) -> outputs.read(connection, topic, time, until));
    return outputs;
  }

  private <V extends SpecificRecord> void read(
      ConnectionSettings connection, TopicSpec<V> topic, String time, Instant until) {
    Map<String, List<String>> byGroup = new TreeMap<>();
    for (V record : Committed.all(connection, topic)) {
      if (!((Instant) field(record, time)).isAfter(until)) {
        String group = field(record, "group").toString();
        byGroup.computeIfAbsent(group, g -> new ArrayList<>()).add(JsonLines.of(record));
      }
    }
    lines.put(topic, byGroup);
  }

  private static Object field(SpecificRecord record, String name) {
    return record.get(record.getSchema().getField(name).pos());
  }

  public int count(TopicSpec<?> topic) {
    return lines.get(topic).values().stream().mapToInt(List::size).sum();
  }

  /** One line for each topic in which these differ from what they should be; none when equal. */
  public List<String> differencesFrom(Outputs expected) {
    List<String> differences = new ArrayList<>();
    expected.lines.forEach(
        (topic, theirs) -> {
          Map<String, List<String>> ours = lines.get(topic);
          if (!ours.equals(theirs)) {
            differences.add(
                "%s: %d records, not %d; %s"
                    .formatted(
                        topic.name(), count(topic), expected.count(topic), first(theirs, ours)));
          }
        });
    return differences;
  }

  private static String first(Map<String, List<String>> expected, Map<String, List<String>> ours) {
    for (Map.Entry<String, List<String>> group : expected.entrySet()) {
      List<String> found = ours.getOrDefault(group.getKey(), List.of());
      List<String> wanted = group.getValue();
      for (int i = 0; i < Math.max(wanted.size(), found.size()); i++) {
        String is = i < found.size() ? found.get(i) : "nothing";
        String should = i < wanted.size() ? wanted.get(i) : "nothing";
        if (!is.equals(should)) {
          return "group %s, record %d is %s, not %s".formatted(group.getKey(), i, is, should);
        }
      }
    }
    return "groups that should not be there: " + ours.keySet();
  }
}
