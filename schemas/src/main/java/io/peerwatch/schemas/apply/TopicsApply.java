package io.peerwatch.schemas.apply;

import io.peerwatch.schemas.reach.Reachability;
import io.peerwatch.schemas.registry.Registries;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.settings.RegistryFailure;
import io.peerwatch.schemas.topics.Topics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Creates the topics that are missing and registers the schemas. May be run as often as one likes.
 * It never makes records go away: a topic that is there keeps its partitions and is at most given a
 * longer retention or larger records.
 */
public final class TopicsApply {
  private final ConnectionSettings settings;
  private final TopicLayout layout;

  /** For the installation that the settings' prefix names. */
  public TopicsApply(ConnectionSettings settings, TopicLayout layout) {
    this.settings = settings;
    this.layout = layout;
  }

  /**
   * What came of it.
   *
   * @param done one line per thing done; empty if all was there
   * @param left one line per thing that is not as it should be and needs a person's decision
   */
  public record Applied(List<String> done, List<String> left) {}

  /**
   * Does it, topics first.
   *
   * @throws io.peerwatch.schemas.settings.UnreachableException if broker or registry cannot be
   *     reached
   * @throws TopicsException if one of them refuses
   */
  public Applied run() {
    return apply(cluster -> cluster, subjects -> subjects);
  }

  /**
   * Says what {@link #run} would do and leave, and changes nothing.
   *
   * @throws io.peerwatch.schemas.settings.UnreachableException if broker or registry cannot be
   *     reached
   * @throws TopicsException if the topics there would not be co-partitioned with new ones, or the
   *     registry would not take a schema
   */
  public Applied preview() {
    return apply(cluster -> TopicChanges.NONE, subjects -> SchemaChanges.NONE);
  }

  private Applied apply(
      Function<ClusterTopics, TopicChanges> topicChanges,
      Function<SubjectSchemas, SchemaChanges> schemaChanges) {
    Reachability.requireBroker(settings, Reachability.TIMEOUT_DEFAULT);
    Reachability.requireRegistry(settings, Reachability.TIMEOUT_DEFAULT);
    var done = new ArrayList<String>();
    var left = new ArrayList<String>();
    try (var cluster = ClusterTopics.connect(settings)) {
      applyTopics(cluster, topicChanges.apply(cluster), done, left);
    }
    try (var client = Registries.connect(settings)) {
      var subjects = new SubjectSchemas(client, settings.registryUrl());
      done.addAll(
          new SchemasApply(subjects, schemaChanges.apply(subjects), settings.prefix()).run());
    } catch (IOException e) {
      throw RegistryFailure.unreachable(settings.registryUrl(), e);
    }
    return new Applied(List.copyOf(done), List.copyOf(left));
  }

  private void applyTopics(
      ClusterTopics cluster, TopicChanges changes, List<String> done, List<String> left) {
    var names = Topics.all().stream().map(spec -> settings.topic(spec)).toList();
    var there = cluster.describe(names);
    var wanted = TopicPlan.of(settings.prefix(), layout, there, cluster.brokers());
    requireSamePartitions(wanted, there);
    createMissing(changes, wanted, there, done);
    var present = wanted.stream().filter(topic -> there.containsKey(topic.name())).toList();
    var command = layout.applyCommand(settings.prefix());
    for (var difference : TopicComparison.of(present, there, command)) {
      difference.remedy().ifPresent(changes::change);
      difference
          .remedy()
          .ifPresentOrElse(remedy -> done.add(remedy.done()), () -> left.add(difference.line()));
    }
    if (there.size() < names.size()) {
      changes.awaitVisible(names);
    }
  }

  /** New topics that others are not co-partitioned with would be worse than none. */
  private static void requireSamePartitions(
      List<WantedTopic> wanted, Map<String, TopicState> there) {
    for (var topic : wanted) {
      var state = there.get(topic.name());
      if (state != null
          && topic.spec().partitionedByGroup()
          && state.partitions() != topic.partitions()) {
        throw new TopicsException(
            "%s has %d partitions and the other topics keyed by group would get %d: leave --partitions out, or take another --prefix"
                .formatted(topic.name(), state.partitions(), topic.partitions()));
      }
    }
  }

  private static void createMissing(
      TopicChanges changes,
      List<WantedTopic> wanted,
      Map<String, TopicState> there,
      List<String> done) {
    for (var topic : wanted) {
      if (!there.containsKey(topic.name()) && changes.create(topic)) {
        done.add("%s: created, %s".formatted(topic.name(), topic.description()));
      }
    }
  }
}
