package io.peerwatch.streams.window;

import io.peerwatch.detection.window.GroupGathering;
import io.peerwatch.detection.window.Members;
import io.peerwatch.detection.window.WindowSettings;

/** One group that is gathered, and how much of it is kept. */
final class OpenGroup {
  final GroupGathering gathering;

  /** Whether it is one of the task's: a fresh one is when the first sample is taken. */
  boolean entered;

  /** What was kept holds all records before this offset. */
  long keptBefore;

  /** Whether it heard something that was not kept. */
  boolean unkept;

  /** Whether it makes windows by its plan yet; one that was read back does not. */
  boolean planned;

  /** Where the first of that lies; null when there is nothing. */
  Progress since;

  private OpenGroup(GroupGathering gathering, long keptBefore) {
    this.gathering = gathering;
    this.keptBefore = keptBefore;
  }

  static OpenGroup fresh(String group, WindowSettings settings, Members members) {
    return new OpenGroup(new GroupGathering(group, settings, members), 0);
  }

  static OpenGroup kept(GroupGathering gathering, long keptBefore) {
    OpenGroup kept = new OpenGroup(gathering, keptBefore);
    kept.entered = true;
    return kept;
  }
}
