package io.peerwatch.detection.window;

/** Which hosts of a group nobody waits for any more. */
final class Forgetting {
  private final KnownHosts hosts;
  private final AbsentHosts absent;
  private final Members members;

  /**
   * @param absent takes those that are listed
   */
  Forgetting(KnownHosts hosts, AbsentHosts absent, Members members) {
    this.hosts = hosts;
    this.absent = absent;
    this.members = members;
  }

  /**
   * Forgets whoever was not heard for so long, or has left.
   *
   * @return samples of theirs that no window will have
   */
  long forget(long closedThrough, WindowSettings settings) {
    long since = closedThrough - settings.forgetAfterMillis();
    long[] samples = {0};
    hosts.removeIf(
        host -> {
          boolean gone = host.seenAt < since || hasLeft(host, closedThrough);
          if (gone) {
            samples[0] += host.openSamples();
            keepListed(host);
          }
          return gone;
        });
    return samples[0];
  }

  /** Whether it stopped sending after it was taken from the list of those that belong here. */
  private boolean hasLeft(HostGathering host, long closedThrough) {
    return members.hasEnded(host.host) && host.openSamples() == 0 && host.missed(closedThrough);
  }

  private void keepListed(HostGathering forgotten) {
    if (members.listed().contains(forgotten.host)) {
      absent.take(forgotten);
    }
  }
}
