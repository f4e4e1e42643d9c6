package io.peerwatch.proof.faults.load;

import io.peerwatch.producers.publish.SamplePublisher;
import io.peerwatch.producers.publish.Speed;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.settings.ConnectionSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** A load on its way to the topic, at its pace until it is told to hasten. */
public final class Publishing {
  private final FleetLoad load;
  private final Speed speed;
  private final UnaryOperator<List<HostSample>> change;
  private final Hastening clock = new Hastening();
  private long firstMillis = -1;
  private long startedMillis;
  private CompletableFuture<Void> done;

  Publishing(FleetLoad load, Speed speed, UnaryOperator<List<HostSample>> change) {
    this.load = load;
    this.speed = speed;
    this.change = change;
  }

  /** Publishes all of it; every sample is acknowledged then. */
  public void to(ConnectionSettings connection) throws IOException {
    try (var publisher = new SamplePublisher(connection)) {
      List<HostSample> instant = new ArrayList<>();
      load.forEach(
          sample -> {
            if (!instant.isEmpty()
                && !instant.get(0).getTimestamp().equals(sample.getTimestamp())) {
              hand(instant, publisher);
              instant.clear();
            }
            instant.add(sample);
          });
      hand(instant, publisher);
      hand(List.of(), publisher);
      publisher.flush();
    }
  }

  private void hand(List<HostSample> instant, SamplePublisher publisher) {
    if (!instant.isEmpty()) {
      long at = instant.get(0).getTimestamp().toEpochMilli();
      if (firstMillis < 0) {
        firstMillis = at;
        startedMillis = clock.millis();
      }
      clock.await(startedMillis + speed.clockMillis(at - firstMillis));
    }
    change.apply(List.copyOf(instant)).forEach(publisher::publish);
  }

  /** The same on a thread of its own. */
  public Publishing inBackground(ConnectionSettings connection) {
    done =
        CompletableFuture.runAsync(
            () -> {
              try {
                to(connection);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            },
            task -> {
              Thread thread = new Thread(task, "load");
              thread.setDaemon(true);
              thread.start();
            });
    return this;
  }

  public boolean isDone() {
    return done.isDone();
  }

  /** Waits for its end with no more pauses; throws what it failed with. */
  public void hastenToTheEnd() {
    clock.hasten();
    done.join();
  }
}
