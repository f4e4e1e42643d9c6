package io.peerwatch.streams.window;

import io.peerwatch.detection.window.Heard;
import io.peerwatch.detection.window.Sample;
import io.peerwatch.detection.window.Tick;
import io.peerwatch.streams.source.Belief;
import io.peerwatch.streams.source.DisbelievedException;
import io.peerwatch.streams.source.SourceLog;
import io.peerwatch.streams.source.SourceRecord;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings back what was heard since the checkpoints of open windows: reads the samples' log again up
 * to the first record that was not committed. What was refused then is refused again, silently;
 * nothing is told, for whatever was told came with a checkpoint.
 *
 * @param belief as at the first reading
 */
public record Rereading(Supplier<Belief> belief, SourceLog log) {
  private static final Logger LOG = LoggerFactory.getLogger(Rereading.class);

  /**
   * Takes in what was heard before {@code next} but not kept.
   *
   * @param next the first record that is new
   * @param plans by which windows were made before
   */
  void catchUp(OpenGroups groups, SourceRecord next, OpenGroups.Plans plans) {
    long from = groups.rereadFrom();
    if (next.offset() < from) {
      LOG.warn(
          "{} {} goes on at offset {}, before {}: it was deleted and made anew, and what its open windows had not kept is gone",
          next.topic(),
          next.partition(),
          next.offset(),
          from);
      groups.forgetOffsets();
    } else if (next.offset() > from) {
      Belief again = belief.get();
      long found =
          log.read(
              next.topic(),
              next.partition(),
              from,
              next.offset(),
              record -> takeIn(groups, again, record, plans));
      if (found > from) {
        LOG.warn(
            "{} {} lost the offsets from {} to {} to its retention: what they held of open windows is missing",
            next.topic(),
            next.partition(),
            from,
            Math.min(found, next.offset()) - 1);
      }
    }
  }

  private static void takeIn(
      OpenGroups groups, Belief belief, SourceRecord record, OpenGroups.Plans plans) {
    try {
      Heard heard = belief.of(record);
      if (heard instanceof Sample sample) {
        groups.hearAgain(sample, record.offset(), plans);
      } else if (heard instanceof Tick tick) {
        groups.pass(tick);
      }
    } catch (DisbelievedException refused) {
      LOG.debug("Refused again: {}", refused.getMessage());
    }
  }
}
