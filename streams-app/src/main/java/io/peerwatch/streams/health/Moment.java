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
    boolean ready,
    boolean live) {

  static Moment of(Vitals vitals, Readiness readiness, InstantSource clock) {
    return new Moment(
        vitals,
        vitals.counts().snapshot(),
        vitals.backlog(clock.millis()),
        BudgetStand.of(vitals.counts().budgets()),
        readiness.ready().yes(),
        readiness.live().yes());
  }
}
