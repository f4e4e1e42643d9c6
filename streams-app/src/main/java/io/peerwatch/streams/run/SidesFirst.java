package io.peerwatch.streams.run;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Samples wait until what is said of their groups, on topics beside theirs, was fetched as far as
 * it is there; then Kafka Streams takes both by their times.
 *
 * <p>Kafka Streams does the same with {@code max.task.idle.ms=0}, but asks before each record and
 * words an answer, a tenth of all time, for each topic on which nothing lies; here it is asked once
 * for all records of a poll. (KIP-695 has the reasons for waiting.)
 */
final class SidesFirst {
  private final Consumer<?, ?> consumer;
  private final Predicate<TopicPartition> ofSamples;
  private final Set<TopicPartition> held = new HashSet<>();

  SidesFirst(Consumer<?, ?> consumer, Predicate<TopicPartition> ofSamples) {
    this.consumer = consumer;
    this.ofSamples = ofSamples;
  }

  /** To be called before each poll: holds samples back, or lets them go. */
  void look() {
    Set<TopicPartition> assigned = consumer.assignment();
    held.retainAll(assigned);
    Set<Integer> behind =
        assigned.stream()
            .filter(ofSamples.negate())
            .filter(side -> consumer.currentLag(side).orElse(1) > 0)
            .map(TopicPartition::partition)
            .collect(Collectors.toSet());
    if (behind.isEmpty() && held.isEmpty()) {
      return;
    }
    Set<TopicPartition> paused = consumer.paused();
    for (TopicPartition samples : assigned) {
      if (ofSamples.test(samples)) {
        boolean wait = behind.contains(samples.partition());
        if (wait && !paused.contains(samples)) {
          consumer.pause(List.of(samples));
          held.add(samples);
        } else if (!wait && held.remove(samples)) {
          consumer.resume(List.of(samples));
        }
      }
    }
  }

  /** Kafka Streams has a partition wait for reasons of its own, and will let it go itself. */
  void notOurs(TopicPartition partition) {
    held.remove(partition);
  }
}
