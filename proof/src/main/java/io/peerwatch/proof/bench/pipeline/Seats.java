package io.peerwatch.proof.bench.pipeline;

import io.peerwatch.proof.bench.pipeline.contestant.Contestant;
import io.peerwatch.proof.bench.pipeline.measure.BenchBroker;
import io.peerwatch.proof.bench.pipeline.seat.ForkedSeat;
import io.peerwatch.proof.bench.pipeline.seat.LocalSeat;
import io.peerwatch.proof.bench.pipeline.seat.Seat;
import java.util.EnumMap;
import java.util.Map;

/** The contestants' seats, each taken when first needed and kept, so that its JVM stays warm. */
final class Seats implements AutoCloseable {
  private final BenchBroker broker;
  private final PipelineSettings settings;
  private final Map<Contestant, Seat> taken = new EnumMap<>(Contestant.class);

  Seats(BenchBroker broker, PipelineSettings settings) {
    this.broker = broker;
    this.settings = settings;
  }

  Seat of(Contestant contestant) {
    return taken.computeIfAbsent(contestant, this::take);
  }

  private Seat take(Contestant contestant) {
    return settings.ownProcesses()
        ? new ForkedSeat(
            contestant, settings.heapBytes(), broker.folder(contestant.symbol() + ".log"))
        : new LocalSeat();
  }

  /** Ends everybody's process but this one's. */
  void leaveOnly(Contestant contestant) {
    taken.forEach(
        (other, seat) -> {
          if (other != contestant) {
            seat.close();
          }
        });
    taken.keySet().removeIf(other -> other != contestant);
  }

  @Override
  public void close() {
    taken.values().forEach(Seat::close);
    taken.clear();
  }
}
