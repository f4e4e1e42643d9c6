package io.peerwatch.streams.policy;

import io.peerwatch.detection.policy.GroupSettings;
import io.peerwatch.detection.window.Members;

/**
 * Something of one window, and what was known of the group beforehand.
 *
 * @param settings those that hold for that window
 * @param members who belongs to the group, as it was when the window closed; changes later
 */
public record Under<T>(T value, GroupSettings settings, Members members) {

  /** Something else of the same window. */
  public <U> Under<U> with(U other) {
    return new Under<>(other, settings, members);
  }
}
