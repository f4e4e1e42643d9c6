package io.peerwatch.streams.health;

import io.peerwatch.streams.count.CapacityStand;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How much room the groups have.
 *
 * @param over groups over their target on some resource
 * @param shown the groups with the least headroom, then by name; without those of which none is
 *     known
 */
record RoomStand(int over, List<Map.Entry<String, CapacityStand>> shown) {
  private static final Comparator<Map.Entry<String, CapacityStand>> TIGHTEST =
      Comparator.comparingDouble(
              (Map.Entry<String, CapacityStand> group) -> group.getValue().headroom())
          .thenComparing(Map.Entry.comparingByKey());

  /**
   * @param shownMax groups that are shown at most
   */
  static RoomStand of(Map<String, CapacityStand> room, int shownMax) {
    int over = 0;
    for (CapacityStand group : room.values()) {
      over += group.headroom() < 0 ? 1 : 0;
    }
    return new RoomStand(
        over,
        room.entrySet().stream()
            .filter(group -> !Double.isNaN(group.getValue().headroom()))
            .sorted(TIGHTEST)
            .limit(shownMax)
            .toList());
  }
}
