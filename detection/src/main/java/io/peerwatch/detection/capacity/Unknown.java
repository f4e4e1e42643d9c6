package io.peerwatch.detection.capacity;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Why figures of one window are null, by the names that the contract GroupCapacity gives them. */
public final class Unknown {
  private final SortedMap<String, String> reasons = new TreeMap<>();

  /** Gives one reason for several fields; a reason given before stays. */
  public void because(String reason, String... fields) {
    for (String field : fields) {
      reasons.putIfAbsent(field, reason);
    }
  }

  /** The same where the figure is missing. */
  public void ifMissing(Object figure, String reason, String... fields) {
    if (figure == null) {
      because(reason, fields);
    }
  }

  public SortedMap<String, String> reasons() {
    return Collections.unmodifiableSortedMap(reasons);
  }
}
