package io.peerwatch.detection.episode;

import io.peerwatch.detection.verdict.Verdict;

/**
 * What an episode is of; episodes of the group come first, then hosts by name.
 *
 * @param host null for an episode of the group
 */
record EpisodeKey(String host, Verdict verdict) implements Comparable<EpisodeKey> {

  static EpisodeKey of(Episode episode) {
    return new EpisodeKey(episode.host(), episode.verdict());
  }

  @Override
  public int compareTo(EpisodeKey other) {
    int byHost = named().compareTo(other.named());
    return byHost != 0 ? byHost : verdict.compareTo(other.verdict);
  }

  private String named() {
    return host == null ? "" : host;
  }
}
