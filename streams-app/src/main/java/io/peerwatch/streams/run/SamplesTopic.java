package io.peerwatch.streams.run;

import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.Topics;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks the cluster for what has to be known of the samples topic before the start. */
final class SamplesTopic {
  private SamplesTopic() {}

  /** How many partitions it has. */
  static int partitions(ConnectionSettings connection) {
    String topic = connection.topic(Topics.HOST_SAMPLES);
    try (Admin admin = Admin.create(connection.kafkaClient())) {
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
