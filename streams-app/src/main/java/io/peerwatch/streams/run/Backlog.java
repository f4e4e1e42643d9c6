package io.peerwatch.streams.run;

import io.peerwatch.streams.count.FleetCounts;
import java.util.Map;

/**
 * How far an instance is behind the log. Seconds are told by the ticks in the log, whatever the
 * clocks of hosts say: when the last tick that was read had been written, or when the partition
 * came here if that was later. A tick is written every five seconds, so an instance that has read
 * all is up to about six seconds behind; one whose broker is away falls behind, for no tick comes
 * back.
 *
 * @param partitions that this instance works on
 * @param records behind, over all partitions
 * @param worstMillis of the partition that is furthest behind; 0 with no partition
 * @param worstPartition that one; -1 with no partition
 * @param unheard partitions that no tick has come back on since they came here
 */
public record Backlog(
    int partitions, long records, long worstMillis, int worstPartition, int unheard) {

  static Backlog of(FleetCounts counts, SamplesBehind behind, long nowMillis) {
    Map<Integer, FleetCounts.ReadUpTo> partitions = counts.readUpTo();
    long records = 0;
    long worstMillis = 0;
    int worst = -1;
    int unheard = 0;
    for (var partition : partitions.entrySet()) {
      FleetCounts.ReadUpTo read = partition.getValue();
      records += behind.after(partition.getKey(), read.offset());
      boolean heard = read.tickAt() >= 0;
      unheard += heard ? 0 : 1;
      long millis = Math.max(0, nowMillis - (heard ? read.tickAt() : read.startedAt()));
      if (worst < 0 || millis > worstMillis) {
        worstMillis = millis;
        worst = partition.getKey();
      }
    }
    return new Backlog(partitions.size(), records, worstMillis, worst, unheard);
  }
}
