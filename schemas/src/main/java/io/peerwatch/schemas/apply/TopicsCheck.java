package io.peerwatch.schemas.apply;

import io.peerwatch.schemas.reach.Reachability;
import io.peerwatch.schemas.registry.Registries;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.settings.RegistryFailure;
import io.peerwatch.schemas.topics.Topics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Compares the topics and schemas that are there with those that should be. Changes nothing. */
public final class TopicsCheck {
  private final ConnectionSettings settings;
  private final TopicLayout layout;

  /** For the installation that the settings' prefix names. */
  public TopicsCheck(ConnectionSettings settings, TopicLayout layout) {
    this.settings = settings;
    this.layout = layout;
  }

  /**
   * One line per difference that says what to do; none if all is as it should be.
   *
   * @throws io.peerwatch.schemas.settings.UnreachableException if broker or registry cannot be
   *     reached
   * @throws TopicsException if one of them refuses
   */
  public List<String> run() {
    Reachability.requireBroker(settings, Reachability.TIMEOUT_DEFAULT);
    Reachability.requireRegistry(settings, Reachability.TIMEOUT_DEFAULT);
    var differences = new ArrayList<String>();
    try (var cluster = ClusterTopics.connect(settings)) {
      topics(cluster).forEach(difference -> differences.add(difference.line()));
    }
    try (var client = Registries.connect(settings)) {
      var subjects = new SubjectSchemas(client, settings.registryUrl());
      var command = layout.applyCommand(settings.prefix());
      differences.addAll(new SchemasCheck(subjects, settings.prefix(), command).run());
    } catch (IOException e) {
      throw RegistryFailure.unreachable(settings.registryUrl(), e);
    }
    return List.copyOf(differences);
  }

  private List<TopicDifference> topics(ClusterTopics cluster) {
    var names = Topics.all().stream().map(spec -> settings.topic(spec)).toList();
    var there = cluster.describe(names);
    var wanted = TopicPlan.of(settings.prefix(), layout, there, cluster.brokers());
    return TopicComparison.of(wanted, there, layout.applyCommand(settings.prefix()));
  }
}
