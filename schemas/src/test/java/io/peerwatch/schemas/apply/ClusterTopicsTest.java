package io.peerwatch.schemas.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.DescribeConfigsResult;
import org.apache.kafka.clients.admin.DescribeTopicsResult;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.internals.KafkaFutureImpl;
import org.junit.jupiter.api.Test;

/**
 * Just after a topic was created one broker describes it and the next one does not know it yet; how
 * long, hangs on chance, so the admin client's answers are made here.
 */
class ClusterTopicsTest {
  private static final Node BROKER = new Node(1, "localhost", 1);

  @Test
  void shouldTakeATopicThatOneBrokerDoesNotKnowYetAsNotThereYet() {
    Admin admin =
        (Admin)
            Proxy.newProxyInstance(
                Admin.class.getClassLoader(),
                new Class<?>[] {Admin.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "describeTopics" -> new Topics((Collection<?>) arguments[0]);
                      case "describeConfigs" -> new Configs((Collection<?>) arguments[0]);
                      default -> throw new UnsupportedOperationException(method.getName());
                    });
    var cluster = new ClusterTopics(admin, new AdminCalls("localhost:1"));
    assertThat(cluster.describe(List.of("known", "new"))).containsOnlyKeys("known");
  }

  private static final class Topics extends DescribeTopicsResult {
    Topics(Collection<?> names) {
      super(null, descriptions(names));
    }

    private static Map<String, KafkaFuture<TopicDescription>> descriptions(Collection<?> names) {
      var partition = new TopicPartitionInfo(0, BROKER, List.of(BROKER), List.of(BROKER));
      var answers = new HashMap<String, KafkaFuture<TopicDescription>>();
      for (Object name : names) {
        var topic = new TopicDescription((String) name, false, List.of(partition));
        answers.put((String) name, KafkaFuture.completedFuture(topic));
      }
      return answers;
    }
  }

  private static final class Configs extends DescribeConfigsResult {
    Configs(Collection<?> resources) {
      super(configs(resources));
    }

    private static Map<ConfigResource, KafkaFuture<Config>> configs(Collection<?> resources) {
      var answers = new HashMap<ConfigResource, KafkaFuture<Config>>();
      for (Object resource : resources) {
        var answer = new KafkaFutureImpl<Config>();
        if (((ConfigResource) resource).name().equals("new")) {
          answer.completeExceptionally(new UnknownTopicOrPartitionException("not here yet"));
        } else {
          answer.complete(new Config(List.of()));
        }
        answers.put((ConfigResource) resource, answer);
      }
      return answers;
    }
  }
}
