package io.peerwatch.streams.run;

import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.TopicSpec;
import io.peerwatch.schemas.topics.Topics;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks the cluster for what has to be known of the topics that are read before the start. */
final class SourceTopics {
  private SourceTopics() {}

  /** How many partitions all have: what belongs to a group goes to one task. */
  static int partitions(ConnectionSettings connection) {
    try (Admin admin = Admin.create(connection.kafkaClient())) {
      int ofSamples = partitions(admin, Topics.HOST_SAMPLES, connection);
      for (TopicSpec<?> beside : List.of(Topics.ALERT_FEEDBACK, Topics.HOST_INVENTORY)) {
        requireAsMany(ofSamples, partitions(admin, beside, connection), beside, connection);
      }
      partitions(admin, Topics.POLICY_HISTORY, connection); // that it is there
      return ofSamples;
    }
  }

  private static void requireAsMany(
      int ofSamples, int partitions, TopicSpec<?> beside, ConnectionSettings connection) {
    if (partitions != ofSamples) {
      throw new StreamStartException(
          "Topic %s has %d partitions, %s has %d: give both the same number, 'peerwatch topics check' tells which are wrong"
              .formatted(
                  connection.topic(Topics.HOST_SAMPLES),
                  ofSamples,
                  connection.topic(beside),
                  partitions),
          null);
    }
  }

  private static int partitions(Admin admin, TopicSpec<?> spec, ConnectionSettings connection) {
    String topic = connection.topic(spec);
    try {
      var description = admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
      return description.partitions().size();
    } catch (ExecutionException e) {
      throw new StreamStartException(refusal(topic, connection, e.getCause()), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StreamStartException("Interrupted while asking for topic " + topic, e);
    }
  }

  private static String refusal(String topic, ConnectionSettings connection, Throwable cause) {
    return cause instanceof UnknownTopicOrPartitionException
        ? "Topic %s is not there: run 'peerwatch topics apply --prefix %s' first"
            .formatted(topic, connection.prefix())
        : "Topic %s could not be described: %s".formatted(topic, cause.getMessage());
  }
}
