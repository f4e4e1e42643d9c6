package io.peerwatch.streams.backtest;

import io.peerwatch.schemas.avro.Feedback;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;

/** Feedback that waits for the event time at which it was said. */
final class FeedbackInTime {
  private final Queue<Feedback> waiting;

  /**
   * Feedback in any order.
   *
   * @param feedback said at the same time stays in the order given
   */
  FeedbackInTime(List<Feedback> feedback) {
    waiting =
        new ArrayDeque<>(feedback.stream().sorted(Comparator.comparing(Feedback::getAt)).toList());
  }

  /** What was said up to the time of a sample, and was not handed out yet. */
  List<Feedback> until(Instant time) {
    List<Feedback> due = new ArrayList<>();
    while (!waiting.isEmpty() && !waiting.peek().getAt().isAfter(time)) {
      due.add(waiting.remove());
    }
    return due;
  }

  /** What was said after the last sample. */
  List<Feedback> rest() {
    List<Feedback> rest = List.copyOf(waiting);
    waiting.clear();
    return rest;
  }
}
