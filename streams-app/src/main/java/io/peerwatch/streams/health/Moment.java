package io.peerwatch.streams.health;

import io.peerwatch.streams.count.Snapshot;
import io.peerwatch.streams.run.Backlog;
import io.peerwatch.streams.run.Vitals;
import java.time.InstantSource;

/** What one answer shows: all that is told, looked at once. */
record Moment(
    Vitals vitals,
    Snapshot counted,
    Backlog backlog,
    BudgetStand budget,
    RoomStand room,
    boolean ready,
    boolean live) {

  /**
   * @param groupsMax groups that have numbers of their own, at most, for each kind of them
   */
  static Moment of(Vitals vitals, Readiness readiness, int groupsMax, InstantSource clock) {
    return new Moment(
        vitals,
        vitals.counts().snapshot(),
        vitals.backlog(clock.millis()),
        BudgetStand.of(vitals.counts().budgets(), groupsMax),
        RoomStand.of(vitals.counts().room(), groupsMax),
        readiness.ready().yes(),
        readiness.live().yes());
  }
}
