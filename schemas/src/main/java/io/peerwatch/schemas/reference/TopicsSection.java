package io.peerwatch.schemas.reference;

import io.peerwatch.schemas.topics.Kept;
import io.peerwatch.schemas.topics.KeyShape;
import io.peerwatch.schemas.topics.TopicSpec;
import io.peerwatch.schemas.topics.Topics;
import java.time.Duration;
import java.util.List;

/** The table of topics. */
final class TopicsSection {
  private static final String ROW = "| `%s` | %s | %s | %s | %s | %s | %s |";

  private TopicsSection() {}

  static void write(List<String> lines) {
    lines.add("| topic | key | value | partitions | kept | who writes | who reads |");
    lines.add("|---|---|---|---|---|---|---|");
    Topics.all().forEach(spec -> lines.add(row(spec)));
  }

  private static String row(TopicSpec<?> spec) {
    var users = TopicUsers.of(spec);
    return ROW.formatted(
        spec.name(),
        key(spec.key()),
        TypeText.link(spec.schema().getName()),
        partitions(spec.key()),
        kept(spec),
        users.writers(),
        users.readers());
  }

  private static String key(KeyShape key) {
    return switch (key) {
      case GROUP -> "group";
      case GROUP_AND_HOST -> "`group\\|host`";
      case PATTERN -> "group name pattern";
      case SILENCE_ID -> "silence id";
      case SOURCE -> "key of the source record";
    };
  }

  private static String partitions(KeyShape key) {
    if (key.onePartition()) {
      return "1";
    }
    return key.partitionedByGroup() ? "by group" : "as many as those by group";
  }

  private static String kept(TopicSpec<?> spec) {
    var age = spec.retention().map(TopicsSection::words).orElse("unlimited");
    return switch (spec.cleanup()) {
      case DELETE -> age;
      case COMPACT -> "the last of each key";
      case COMPACT_AND_DELETE -> "the last of each key, " + age;
    };
  }

  private static String words(Duration retention) {
    return Kept.words(Long.toString(retention.toMillis()));
  }
}
