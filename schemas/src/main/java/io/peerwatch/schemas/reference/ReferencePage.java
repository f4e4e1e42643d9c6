package io.peerwatch.schemas.reference;

import io.peerwatch.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.List;

/** The page that describes topics and schemas, made from the catalogue and the schemas alone. */
public final class ReferencePage {
  private static final List<String> HEAD =
      List.of(
          "# Reference: topics and schemas",
          "",
          "Made by `./peerwatch topics reference > docs/reference.md`; a test fails when it is stale.",
          "",
          "## Topics",
          "",
          "Names start with the prefix of the installation, `%s` unless `--prefix` says otherwise."
              .formatted(Topics.PREFIX_DEFAULT),
          "");

  private static final List<String> FORMAT =
      List.of(
          "",
          "A null value is a tick on `host-samples` (under the key `%s`) and ends what its key names where the last of each key is kept."
              .formatted(Topics.TICK_KEY),
          "",
          "## Wire format",
          "",
          "- Keys are UTF-8 text. `|` is not allowed in names, so it separates group and host.",
          "- \"By group\": the partition is murmur2 of the group's name as Kafka's Java client hashes keys, modulo the number of partitions, also where the key is `group|host`. All these topics have the",
          "  same number of partitions, 24 unless `topics apply --partitions` says otherwise.",
          "- Values are Avro in the Confluent wire format: a zero byte, the schema's id in the registry as four bytes (big-endian), then Avro's binary encoding.",
          "- Subjects are `<topic>-value` (TopicNameStrategy) with compatibility FULL_TRANSITIVE: every version reads every other. Every field has a default; every enum has `UNKNOWN` as its default, which is",
          "  what a reader sees for a symbol newer than itself. Schemas that were released are in `schemas/released/`.",
          "- Times are milliseconds since 1970-01-01T00:00Z. Intervals are half-open: the start belongs to them, the end does not. Ratios run from 0 to 1.",
          "- A record on `host-samples`, `host-inventory`, `alert-feedback` or `policy-history` that is not believed goes to `rejected-records`; [RejectReason](#rejectreason) lists why.");

  private ReferencePage() {}

  /** The page in Markdown, with a line end at its end. */
  public static String markdown() {
    var lines = new ArrayList<String>(HEAD);
    TopicsSection.write(lines);
    lines.addAll(FORMAT);
    lines.addAll(List.of("", "## Values of topics"));
    TypeSections.writeValues(lines);
    lines.addAll(List.of("", "## Parts of values"));
    TypeSections.writeParts(lines);
    lines.addAll(List.of("", "## Enums"));
    TypeSections.writeEnums(lines);
    return String.join("\n", lines) + "\n";
  }
}
