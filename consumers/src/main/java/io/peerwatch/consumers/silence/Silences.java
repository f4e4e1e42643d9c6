package io.peerwatch.consumers.silence;

import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.Silence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The silences that are known now, by id. One thread may change them while others ask. */
public final class Silences {
  private final Map<String, SilenceMatch> byId = new ConcurrentSkipListMap<>();

  /**
   * Takes a record of the topic.
   *
   * @param silence null: it has ended
   */
  public void put(String id, Silence silence) {
    if (silence == null) {
      byId.remove(id);
    } else {
      byId.put(id, new SilenceMatch(silence));
    }
  }

  /**
   * Those that cover an open episode as it stands at a time, by id; empty if it is to be shown.
   *
   * @param at event time, at or after the episode's last change
   */
  public List<Silence> coveringAt(HostAlert open, Instant at) {
    return byId.values().stream()
        .filter(match -> match.covers(open, at))
        .map(SilenceMatch::silence)
        .toList();
  }

  /** Ids of those that cover the change, sorted; empty if it is to be shown. */
  public List<String> covering(HostAlert alert) {
    return byId.entrySet().stream()
        .filter(entry -> entry.getValue().covers(alert))
        .map(Map.Entry::getKey)
        .toList();
  }
}
