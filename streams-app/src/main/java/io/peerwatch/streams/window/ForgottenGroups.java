package io.peerwatch.streams.window;

import java.util.HashMap;
import java.util.Map;

/**
 * Groups that were forgotten a moment ago: the part of the log that would be read again after a
 * restart still tells of them, and what it tells must not bring them back.
 */
final class ForgottenGroups {
  /** Before which offset each was heard. */
  private final Map<String, Long> before = new HashMap<>();

  /** Null where nothing has to survive. */
  private final Checkpoints checkpoints;

  ForgottenGroups(Checkpoints checkpoints) {
    this.checkpoints = checkpoints;
  }

  /** One that was stored. */
  void read(String group, long next) {
    before.put(group, next);
  }

  /**
   * @param next the first offset that it has not heard
   */
  void add(String group, long next) {
    if (checkpoints != null) {
      before.put(group, next);
      checkpoints.putForgotten(group, next);
    }
  }

  /** It is a group again, and kept as one. */
  void returned(String group) {
    before.remove(group);
  }

  /** The offset before which samples of that group are another one's; 0 when it was never. */
  long heardBefore(String group) {
    return before.getOrDefault(group, 0L);
  }

  /** How many of them were still there at an offset. */
  long since(long offset) {
    return before.values().stream().filter(next -> offset < next).count();
  }

  /** What lies before the offset will not be read again. */
  void passed(long offset) {
    before
        .entrySet()
        .removeIf(
            group -> {
              boolean past = group.getValue() <= offset;
              if (past) {
                checkpoints.delete(group.getKey());
              }
              return past;
            });
  }
}
