package io.peerwatch.streams.compare;

import io.peerwatch.detection.state.StateVersionException;
import io.peerwatch.detection.verdict.GroupJudge;
import io.peerwatch.detection.verdict.JudgingRoom;
import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.schemas.topics.Names;
import io.peerwatch.streams.state.Pieces;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What is written of judges: under the group's name its memory as of some window; under {@code
 * group|w<slot>} the windows that came since, in as many slots as there may be, used in turn.
 */
final class JudgeLog {
  private static final int VERSION = 2;
  private static final String WINDOW = Names.SEPARATOR + "w";

  private final Pieces store;

  JudgeLog(KeyValueStore<String, byte[]> store) {
    this.store = new Pieces(store);
  }

  /**
   * @param number of the window, counted from the group's first
   */
  void putWindow(String group, long number, long slot, GroupWindow window) {
    store.put(
        group + WINDOW + slot,
        out -> {
          out.writeByte(VERSION);
          out.writeLong(number);
          window.write(out);
        });
  }

  void deleteWindow(String group, long slot) {
    store.delete(group + WINDOW + slot);
  }

  void deleteMemory(String group) {
    store.delete(group);
  }

  /** How many bytes it has. */
  long putMemory(String group, Judges.Judged judged) {
    return store.put(group, out -> write(judged, out));
  }

  private static void write(Judges.Judged judged, DataOutput out) throws IOException {
    GroupJudge judge = judged.judge;
    out.writeByte(VERSION);
    out.writeLong(judged.written);
    List<String> hosts = judge.hosts();
    out.writeInt(hosts.size());
    for (String host : hosts) {
      out.writeUTF(host);
    }
    judge.writeGroup(out);
    for (String host : hosts) {
      judge.writeHost(host, out);
    }
  }

  /** All judges as they were, the windows judged again that they were given since. */
  Map<String, Judges.Judged> read(int slots, JudgingRoom room) {
    Map<String, Judges.Judged> judges = new HashMap<>();
    store.eachName(group -> judges.put(group, read(group, slots, room)));
    return judges;
  }

  private Judges.Judged read(String group, int slots, JudgingRoom room) {
    try (DataInputStream in = store.get(group)) {
      requireKnown(in);
      long written = in.readLong();
      // Hosts follow one another in the stream, in the order of the map.
      Map<String, DataInput> hosts = new LinkedHashMap<>();
      for (int left = in.readInt(); left > 0; left--) {
        hosts.put(in.readUTF(), in);
      }
      Judges.Judged judged = new Judges.Judged(GroupJudge.read(in, hosts, room));
      judged.written = written;
      judged.windows = written;
      while (judgeAgain(group, judged, slots)) {
        judged.windows++;
      }
      return judged;
    } catch (IOException e) {
      throw new UncheckedIOException("The stored memory of group " + group + " ends too early", e);
    }
  }

  /** Judges the next window again, if there is one. */
  private boolean judgeAgain(String group, Judges.Judged judged, int slots) throws IOException {
    long number = judged.windows + 1;
    try (DataInputStream in = store.get(group + WINDOW + number % slots)) {
      if (in == null) {
        return false;
      }
      requireKnown(in);
      if (in.readLong() != number) {
        return false;
      }
      judged.judge.judge(GroupWindow.read(group, in));
      return true;
    }
  }

  private static void requireKnown(DataInputStream in) throws IOException {
    StateVersionException.requireKnown("what is kept of judges", in.readByte(), VERSION, VERSION);
  }
}
