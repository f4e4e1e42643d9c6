package io.peerwatch.schemas.apply;

import io.peerwatch.schemas.apply.TopicDifference.Remedy;
import io.peerwatch.schemas.settings.ConnectionSettings;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topics of a cluster: asks, creates, changes. Failures come as one line. */
final class ClusterTopics implements TopicChanges, AutoCloseable {
  private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(15);
  private static final long VISIBLE_POLL_MILLIS = 50;

  private final Admin admin;
  private final AdminCalls calls;

  ClusterTopics(Admin admin, AdminCalls calls) {
    this.admin = admin;
    this.calls = calls;
  }

  static ClusterTopics connect(ConnectionSettings settings) {
    return new ClusterTopics(
        Admin.create(settings.kafkaClient()), new AdminCalls(settings.bootstrapServers()));
  }

  /** How many brokers the cluster has now. */
  int brokers() {
    return calls.get("list the brokers", admin.describeCluster().nodes()).size();
  }

  /** Those of the topics that exist, by name. */
  Map<String, TopicState> describe(Collection<String> names) {
    var descriptions = new HashMap<String, TopicDescription>();
    admin
        .describeTopics(names)
        .topicNameValues()
        .forEach(
            (name, future) ->
                calls
                    .unless(
                        UnknownTopicOrPartitionException.class, "describe topic " + name, future)
                    .ifPresent(found -> descriptions.put(name, found)));
    var resources = descriptions.keySet().stream().map(ClusterTopics::resource).toList();
    var states = new HashMap<String, TopicState>();
    // Each on its own: one broker may know a new topic that another one does not know yet.
    admin
        .describeConfigs(resources)
        .values()
        .forEach(
            (resource, future) ->
                calls
                    .unless(
                        UnknownTopicOrPartitionException.class,
                        "read the settings of topic " + resource.name(),
                        future)
                    .map(config -> state(descriptions.get(resource.name()), config))
                    .ifPresent(found -> states.put(resource.name(), found)));
    return states;
  }

  private static TopicState state(TopicDescription topic, Config config) {
    var settings = new HashMap<String, String>();
    config.entries().stream()
        .filter(entry -> entry.value() != null)
        .forEach(entry -> settings.put(entry.name(), entry.value()));
    int replicas =
        topic.partitions().stream().mapToInt(part -> part.replicas().size()).min().orElse(0);
    return new TopicState(topic.name(), topic.partitions().size(), replicas, settings);
  }

  @Override
  public boolean create(WantedTopic wanted) {
    var created = admin.createTopics(List.of(wanted.asNew())).all();
    return calls
        .unless(
            TopicExistsException.class,
            "create topic %s with %d replicas".formatted(wanted.name(), wanted.replicas()),
            created.thenApply(nothing -> true))
        .isPresent();
  }

  @Override
  public void awaitVisible(Collection<String> names) {
    long end = System.nanoTime() + VISIBLE_WITHIN.toNanos();
    while (describe(names).size() < names.size()) {
      if (System.nanoTime() > end) {
        throw new TopicsException(
            "topics were created but do not show up within %d s: run 'peerwatch topics check'"
                .formatted(VISIBLE_WITHIN.toSeconds()));
      }
      pause();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(VISIBLE_POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TopicsException("interrupted while waiting for new topics", e);
    }
  }

  @Override
  public void change(Remedy remedy) {
    var change = new AlterConfigOp(new ConfigEntry(remedy.setting(), remedy.value()), OpType.SET);
    calls.get(
        "change %s of topic %s".formatted(remedy.setting(), remedy.topic()),
        admin.incrementalAlterConfigs(Map.of(resource(remedy.topic()), List.of(change))).all());
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }
}
