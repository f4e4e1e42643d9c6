package io.peerwatch.detection.episode;

import io.peerwatch.detection.verdict.Evidence;
import io.peerwatch.detection.verdict.Severity;
import io.peerwatch.detection.verdict.Verdict;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** An episode as bytes. Enums travel by name, so that their order may change. */
final class EpisodeFormat {

  private EpisodeFormat() {}

  static void write(Episode episode, DataOutput out) throws IOException {
    out.writeUTF(episode.alertId());
    out.writeUTF(episode.group());
    writeOptional(episode.host(), out);
    writeAll(episode.hosts(), out);
    out.writeUTF(episode.verdict().name());
    out.writeUTF(episode.state().name());
    writeOptional(episode.resolution() == null ? null : episode.resolution().name(), out);
    out.writeUTF(episode.severity().name());
    out.writeLong(episode.onsetAt());
    out.writeLong(episode.openedAt());
    out.writeLong(episode.updatedAt());
    out.writeLong(episode.resolvedAt());
    out.writeLong(episode.windowStart());
    out.writeLong(episode.windowEnd());
    out.writeInt(episode.peerCount());
    writeAll(episode.peers(), out);
    out.writeInt(episode.evidence().size());
    for (Evidence evidence : episode.evidence()) {
      write(evidence, out);
    }
    out.writeUTF(episode.summary());
  }

  static Episode read(DataInput in) throws IOException {
    String alertId = in.readUTF();
    String group = in.readUTF();
    String host = readOptional(in);
    List<String> hosts = readAll(in);
    Verdict verdict = Verdict.valueOf(in.readUTF());
    EpisodeState state = EpisodeState.valueOf(in.readUTF());
    String resolution = readOptional(in);
    return new Episode(
        alertId,
        group,
        host,
        hosts,
        verdict,
        state,
        resolution == null ? null : Resolution.valueOf(resolution),
        Severity.valueOf(in.readUTF()),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readInt(),
        readAll(in),
        readEvidence(in),
        in.readUTF());
  }

  private static void write(Evidence evidence, DataOutput out) throws IOException {
    out.writeUTF(evidence.metric());
    out.writeUTF(evidence.unit());
    out.writeDouble(evidence.observed());
    out.writeDouble(evidence.expected());
    out.writeDouble(evidence.peerLow());
    out.writeDouble(evidence.peerHigh());
    out.writeDouble(evidence.deviation());
    out.writeDouble(evidence.share());
  }

  private static List<Evidence> readEvidence(DataInput in) throws IOException {
    List<Evidence> all = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      all.add(
          new Evidence(
              in.readUTF(),
              in.readUTF(),
              in.readDouble(),
              in.readDouble(),
              in.readDouble(),
              in.readDouble(),
              in.readDouble(),
              in.readDouble()));
    }
    return List.copyOf(all);
  }

  private static void writeOptional(String text, DataOutput out) throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      out.writeUTF(text);
    }
  }

  private static String readOptional(DataInput in) throws IOException {
    return in.readBoolean() ? in.readUTF() : null;
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
