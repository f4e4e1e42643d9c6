package io.peerwatch.streams.window;

import io.peerwatch.detection.state.StateVersionException;
import io.peerwatch.detection.window.GroupGathering;
import io.peerwatch.detection.window.Members;
import io.peerwatch.detection.window.TickCount;
import io.peerwatch.detection.window.WindowSettings;
import io.peerwatch.schemas.topics.Topics;
import io.peerwatch.streams.state.Pieces;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.streams.state.KeyValueStore;

/** What is kept of open windows: by group, and under the ticks' key from where to read again. */
final class Checkpoints {
  private static final int VERSION = 2;

  private final Pieces store;

  Checkpoints(KeyValueStore<String, byte[]> store) {
    this.store = new Pieces(store);
  }

  void put(String group, OpenGroup kept) {
    store.put(
        group,
        out -> {
          out.writeByte(VERSION);
          out.writeLong(kept.keptBefore);
          kept.gathering.write(out);
        });
  }

  void put(Progress progress) {
    store.put(
        Topics.TICK_KEY,
        out -> {
          out.writeByte(VERSION);
          out.writeLong(progress.offset());
          progress.ticks().write(out);
        });
  }

  void delete(String group) {
    store.delete(group);
  }

  /** Null before the first was put. */
  Progress progress(long gapMillis) {
    try (DataInputStream in = store.get(Topics.TICK_KEY)) {
      if (in == null) {
        return null;
      }
      requireKnown(in);
      long offset = in.readLong();
      return new Progress(offset, TickCount.read(in, gapMillis));
    } catch (IOException e) {
      throw new UncheckedIOException("The stored place in the log ends too early", e);
    }
  }

  void readGroups(
      WindowSettings settings, Function<String, Members> members, Map<String, OpenGroup> groups) {
    store.eachName(group -> groups.put(group, read(group, settings, members.apply(group))));
  }

  private OpenGroup read(String group, WindowSettings settings, Members members) {
    try (DataInputStream in = store.get(group)) {
      requireKnown(in);
      long keptBefore = in.readLong();
      return OpenGroup.kept(GroupGathering.read(group, in, settings, members), keptBefore);
    } catch (IOException e) {
      throw new UncheckedIOException("The open windows of group " + group + " end too early", e);
    }
  }

  private static void requireKnown(DataInputStream in) throws IOException {
    StateVersionException.requireKnown(
        "what is kept of open windows", in.readByte(), VERSION, VERSION);
  }
}
