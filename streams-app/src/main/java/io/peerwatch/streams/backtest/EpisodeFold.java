package io.peerwatch.streams.backtest;

import io.peerwatch.schemas.avro.HostAlert;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Folds the changes of episodes into episodes as they stand, ordered by opening, group, host. */
public final class EpisodeFold {
  private static final Comparator<HostAlert> ORDER =
      Comparator.comparing(HostAlert::getOpenedAt)
          .thenComparing(HostAlert::getGroup)
          .thenComparing(HostAlert::getHost, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(HostAlert::getAlertId);

  private final Map<String, HostAlert> byId = new HashMap<>();

  public void add(HostAlert change) {
    byId.put(change.getAlertId(), change);
  }

  public List<HostAlert> episodes() {
    return byId.values().stream().sorted(ORDER).toList();
  }
}
