package io.peerwatch.detection.feedback;

import io.peerwatch.detection.episode.Episode;
import io.peerwatch.detection.state.StateVersionException;
import io.peerwatch.detection.taught.Opinion;
import io.peerwatch.detection.verdict.Lesson;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The alerts of one group that feedback may be about, and what was said of each: open ones, and
 * those that ended less than 30 days of event time ago; of more than {@value #ALERTS_MAX} those
 * that were opened last.
 */
public final class RaisedAlerts {

  public static final int ALERTS_MAX = 256;
  public static final long KEPT_MILLIS = 30 * 86_400_000L;

  private static final byte VERSION = 1;

  /** In the order in which they were opened. */
  private final Map<String, RaisedAlert> byId = new LinkedHashMap<>();

  /** Takes in changes of episodes. */
  public void remember(List<Episode> changes) {
    long now = 0;
    for (Episode change : changes) {
      byId.put(change.alertId(), RaisedAlert.of(change, byId.get(change.alertId())));
      now = Math.max(now, change.updatedAt());
    }
    long forgetUntil = now - KEPT_MILLIS;
    byId.values().removeIf(alert -> alert.changedAt() <= forgetUntil);
    while (byId.size() > ALERTS_MAX) {
      byId.remove(byId.keySet().iterator().next());
    }
  }

  /** The alert of that id; null when it is not known. */
  public RaisedAlert get(String alertId) {
    return byId.get(alertId);
  }

  /**
   * Takes in feedback on an alert that is known.
   *
   * @return what there is to learn; empty when it says nothing new: it was said already, or is
   *     older than what was said last
   */
  public Optional<Lesson> hear(Said feedback) {
    RaisedAlert alert = byId.get(feedback.alertId());
    if (feedback.at() < alert.saidAt()) {
      return Optional.empty();
    }
    Opinion before = alert.said();
    byId.put(alert.alertId(), alert.hears(feedback));
    return before == feedback.opinion()
        ? Optional.empty()
        : Optional.of(alert.lesson(feedback.opinion()));
  }

  public int size() {
    return byId.size();
  }

  /** Writes all of it; {@link #read} goes on from there as if nothing had happened. */
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    out.writeInt(byId.size());
    for (RaisedAlert alert : byId.values()) {
      alert.write(out);
    }
  }

  public static RaisedAlerts read(DataInput in) throws IOException {
    StateVersionException.requireKnown("what is remembered of alerts", in.readByte(), VERSION);
    RaisedAlerts read = new RaisedAlerts();
    for (int left = in.readInt(); left > 0; left--) {
      RaisedAlert alert = RaisedAlert.read(in);
      read.byId.put(alert.alertId(), alert);
    }
    return read;
  }
}
