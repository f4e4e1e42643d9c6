package io.peerwatch.proof.bench.pipeline.measure;

import static io.peerwatch.proof.bench.pipeline.measure.Offsets.get;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.admin.ReplicaInfo;
import org.apache.kafka.common.TopicPartition;

/** What a run leaves behind: its consumer group, its internal topics, its folder. */
public final class Leftovers {
  private static final String CHANGELOG = "-changelog";

  private final Admin admin;
  private final String applicationId;

  public Leftovers(Admin admin, String applicationId) {
    this.admin = admin;
    this.applicationId = applicationId;
  }

  /** Its changelogs, by the names of the stores. */
  public Map<String, String> changelogs() {
    int before = applicationId.length() + 1;
    return topics().stream()
        .filter(topic -> topic.endsWith(CHANGELOG))
        .collect(
            Collectors.toMap(
                topic -> topic.substring(before, topic.length() - CHANGELOG.length()),
                Function.identity()));
  }

  /** Bytes of its internal topics on the broker's disk. */
  public long internalBytes() {
    return bytes(topics());
  }

  /** Bytes of its changelogs there. */
  public long changelogBytes() {
    return bytes(changelogs().values());
  }

  private long bytes(Collection<String> topics) {
    return bytes(admin, topics);
  }

  /** Bytes of topics on the broker's disk, compressed as they are. */
  public static long bytes(Admin admin, Collection<String> topics) {
    return get(admin.describeLogDirs(List.of(1)).allDescriptions()).values().stream()
        .flatMap(dirs -> dirs.values().stream())
        .flatMap(dir -> dir.replicaInfos().entrySet().stream())
        .filter((Map.Entry<TopicPartition, ReplicaInfo> at) -> topics.contains(at.getKey().topic()))
        .mapToLong(at -> at.getValue().size())
        .sum();
  }

  private List<String> topics() {
    return get(admin.listTopics().names()).stream()
        .filter(topic -> topic.startsWith(applicationId + "-"))
        .toList();
  }

  /** Removes all of it, so that the next run begins with nothing. */
  public void remove(Path folder) {
    get(admin.deleteTopics(topics()).all());
    removeGroup();
    try {
      BenchBroker.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + folder, e);
    }
  }

  /** Streams applications that close stay members, in case that they come back. */
  private void removeGroup() {
    boolean there =
        get(admin.listGroups().all()).stream()
            .map(GroupListing::groupId)
            .anyMatch(applicationId::equals);
    if (there) {
      if (hasMembers()) {
        get(
            admin
                .removeMembersFromConsumerGroup(
                    applicationId, new RemoveMembersFromConsumerGroupOptions())
                .all());
      }
      get(admin.deleteConsumerGroups(List.of(applicationId)).all());
    }
  }

  private boolean hasMembers() {
    return get(admin.describeConsumerGroups(List.of(applicationId)).all()).values().stream()
        .anyMatch(group -> !group.members().isEmpty());
  }
}
