package io.peerwatch.streams.compare;

import io.peerwatch.detection.verdict.DetectionSettings;
import io.peerwatch.detection.verdict.GroupJudge;
import io.peerwatch.detection.verdict.JudgingRoom;
import io.peerwatch.detection.window.GroupWindow;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/**
 * The judges of one task, and how they survive. What a judge remembers follows from the windows
 * that it was given. So of each window only what went in is written, a tenth of what it changed;
 * and the memory itself once in {@value #WINDOWS} windows, each group at its own turn. Who starts
 * again reads the memory and judges the windows since then again, silently.
 */
final class Judges {
  /** Windows between two times that a judge's memory is written. */
  static final int WINDOWS = 8;

  /** A memory that was not written at its turn is written when so many windows wait for it. */
  private static final int WINDOWS_MAX = 2 * WINDOWS;

  private final JudgeLog log;
  private final Map<String, Judged> judges;
  private final JudgingRoom room = new JudgingRoom();
  private final Queue<String> due = new ArrayDeque<>();

  /**
   * @param log null where nothing has to survive
   */
  Judges(JudgeLog log) {
    this.log = log;
    this.judges = log == null ? new HashMap<>() : log.read(WINDOWS_MAX, room);
  }

  /** One judge, and what of it is written. */
  static final class Judged {
    final GroupJudge judge;

    /** Windows it was given, from its first one on. */
    long windows;

    /** Of those, the ones that are part of the memory that was written last. */
    long written;

    boolean due;

    Judged(GroupJudge judge) {
      this.judge = judge;
    }
  }

  GroupJudge of(String group, DetectionSettings settings) {
    return judges.computeIfAbsent(group, any -> new Judged(new GroupJudge(settings, room))).judge;
  }

  /**
   * Keeps that the group's judge was given the window.
   *
   * @param otherwise whether it judges by other settings than before
   */
  void judged(String group, GroupWindow window, boolean otherwise) {
    if (log == null) {
      return;
    }
    Judged judged = judges.get(group);
    judged.windows++;
    boolean first = judged.written == 0;
    if (first || otherwise) {
      writeMemory(group, judged);
      return;
    }
    log.putWindow(group, judged.windows, judged.windows % WINDOWS_MAX, window);
    if (judged.windows - judged.written >= WINDOWS_MAX) {
      writeMemory(group, judged);
    }
    if (!judged.due && isTurn(group, judged)) {
      judged.due = true;
      due.add(group);
    }
  }

  /** Keeps that the group's judge changed by something else than a window. */
  void taught(String group) {
    if (log != null) {
      writeMemory(group, judges.get(group));
    }
  }

  /** Deletes the group's judge. */
  void forget(String group) {
    Judged judged = judges.remove(group);
    if (log != null && judged != null) {
      deleteWindows(group, judged);
      log.deleteMemory(group);
    }
  }

  /**
   * Writes memories whose turn it is, while nobody waits for a verdict.
   *
   * @param bytesMax to stop at, behind the memory that reaches it
   */
  void writeDue(long bytesMax) {
    for (long bytes = 0; bytes < bytesMax && !due.isEmpty(); ) {
      String group = due.remove();
      Judged judged = judges.get(group);
      if (judged != null && judged.due) {
        bytes += writeMemory(group, judged);
      }
    }
  }

  private boolean isTurn(String group, Judged judged) {
    boolean late = judged.windows - judged.written >= WINDOWS;
    return late || (judged.windows + group.hashCode()) % WINDOWS == 0;
  }

  private void deleteWindows(String group, Judged judged) {
    for (long window = judged.written + 1; window <= judged.windows; window++) {
      log.deleteWindow(group, window % WINDOWS_MAX);
    }
  }

  private long writeMemory(String group, Judged judged) {
    deleteWindows(group, judged);
    judged.written = judged.windows;
    judged.due = false;
    return log.putMemory(group, judged);
  }
}
