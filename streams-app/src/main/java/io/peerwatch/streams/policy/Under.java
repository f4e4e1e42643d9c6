package io.peerwatch.streams.policy;

import io.peerwatch.detection.policy.GroupSettings;

/** Something of one window, and the settings that hold for that window. */
public record Under<T>(T value, GroupSettings settings) {

  /** Something else of the same window. */
  public <U> Under<U> with(U other) {
    return new Under<>(other, settings);
  }
}
