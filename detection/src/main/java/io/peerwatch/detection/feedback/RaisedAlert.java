package io.peerwatch.detection.feedback;

import io.peerwatch.detection.episode.Episode;
import io.peerwatch.detection.taught.Opinion;
import io.peerwatch.detection.verdict.Evidence;
import io.peerwatch.detection.verdict.Lesson;
import io.peerwatch.detection.verdict.Verdict;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What is remembered of an alert so that feedback on it can be understood, also when it has ended.
 *
 * @param host null for an alert of the group
 * @param hosts for an alert of the group up to 20 of the hosts concerned
 * @param blamed metrics that carry the blame, the most blamed first
 * @param openedAt end of the window that opened it, epoch milliseconds
 * @param changedAt end of the window of its last change
 * @param said what was said of it last; null for nothing
 * @param saidAt when; {@link Long#MIN_VALUE} before
 */
public record RaisedAlert(
    String alertId,
    String host,
    Verdict verdict,
    List<String> hosts,
    List<String> blamed,
    long openedAt,
    long changedAt,
    boolean open,
    Opinion said,
    long saidAt) {

  /** A metric with this share of the blame is blamed, and the most blamed one always. */
  private static final double BLAMED_SHARE = 0.15;

  /**
   * After one more change of its episode.
   *
   * @param before what was remembered; null for nothing
   */
  static RaisedAlert of(Episode episode, RaisedAlert before) {
    return new RaisedAlert(
        episode.alertId(),
        episode.host(),
        episode.verdict(),
        episode.hosts(),
        blamed(episode.evidence()),
        episode.openedAt(),
        episode.updatedAt(),
        episode.resolvedAt() < 0,
        before == null ? null : before.said,
        before == null ? Long.MIN_VALUE : before.saidAt);
  }

  private static List<String> blamed(List<Evidence> evidence) {
    List<String> blamed = new ArrayList<>();
    for (Evidence metric : evidence) {
      if (blamed.isEmpty() || metric.share() >= BLAMED_SHARE) {
        blamed.add(metric.metric());
      }
    }
    return List.copyOf(blamed);
  }

  RaisedAlert hears(Said feedback) {
    return new RaisedAlert(
        alertId,
        host,
        verdict,
        hosts,
        blamed,
        openedAt,
        changedAt,
        open,
        feedback.opinion(),
        feedback.at());
  }

  Lesson lesson(Opinion now) {
    return new Lesson(alertId, host, verdict, hosts, blamed, openedAt, open, said, now);
  }

  void write(DataOutput out) throws IOException {
    out.writeUTF(alertId);
    out.writeUTF(host == null ? "" : host);
    out.writeUTF(verdict.name());
    writeAll(hosts, out);
    writeAll(blamed, out);
    out.writeLong(openedAt);
    out.writeLong(changedAt);
    out.writeBoolean(open);
    out.writeUTF(said == null ? "" : said.name());
    out.writeLong(saidAt);
  }

  static RaisedAlert read(DataInput in) throws IOException {
    return new RaisedAlert(
        in.readUTF(),
        emptyAsNull(in.readUTF()),
        Verdict.valueOf(in.readUTF()),
        readAll(in),
        readAll(in),
        in.readLong(),
        in.readLong(),
        in.readBoolean(),
        opinion(in.readUTF()),
        in.readLong());
  }

  private static String emptyAsNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static Opinion opinion(String name) {
    return name.isEmpty() ? null : Opinion.valueOf(name);
  }

  private static void writeAll(List<String> texts, DataOutput out) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      out.writeUTF(text);
    }
  }

  private static List<String> readAll(DataInput in) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      texts.add(in.readUTF());
    }
    return List.copyOf(texts);
  }
}
