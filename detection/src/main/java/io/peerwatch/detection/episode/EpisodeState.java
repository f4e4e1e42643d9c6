package io.peerwatch.detection.episode;

/** Where an episode stands after a change. */
public enum EpisodeState {
  OPENED,
  UPDATED,
  RESOLVED
}
