package io.peerwatch.producers.publish;

import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.settings.Failures;
import io.peerwatch.schemas.topics.Topics;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.function.BiFunction;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * One question about the topic of samples, asked beforehand: a producer itself would wait for a
 * topic that is missing.
 */
public final class TopicQuestion {
  private static final int TIMEOUT_MILLIS = 9_000;

  private TopicQuestion() {}

  /**
   * What the cluster answers.
   *
   * @param question given the client and the topic's full name
   * @throws PublishException when there is no such topic, or no answer within seconds
   */
  public static <T> T ask(
      ConnectionSettings settings, BiFunction<Admin, String, KafkaFuture<T>> question) {
    String topic = settings.topic(Topics.HOST_SAMPLES);
    Admin admin = admin(settings);
    try {
      return question.apply(admin, topic).get();
    } catch (ExecutionException e) {
      throw failure(topic, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PublishException("interrupted while asking for topic " + topic, e);
    } finally {
      admin.close(Duration.ZERO);
    }
  }

  private static Admin admin(ConnectionSettings settings) {
    var properties = settings.kafkaClient();
    properties.put(AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG, false);
    properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
    return Admin.create(properties);
  }

  private static PublishException failure(String topic, Throwable cause) {
    return new PublishException(
        cause instanceof UnknownTopicOrPartitionException
            ? "topic " + topic + " does not exist: make it with 'peerwatch topics apply'"
            : "topic " + topic + " can't be asked for: " + Failures.line(cause),
        cause);
  }
}
