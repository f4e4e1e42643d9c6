package io.peerwatch.schemas.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;

/** What the cluster lets this client do, as far as it tells. */
final class GrantedOperations {
  /** Ends the name of a thing that is only asked about and never made. */
  private static final String PROBE = "access-check";

  private final Admin admin;
  private final Map<ResourcePattern, Answer> answers = new HashMap<>();

  GrantedOperations(Admin admin) {
    this.admin = admin;
  }

  /**
   * @param refused whether not even asking is allowed
   * @param operations those granted, of each thing that there is; none if nothing is known
   */
  private record Answer(boolean refused, List<Set<AclOperation>> operations) {
    boolean lacks(AclOperation operation) {
      return refused || operations.stream().anyMatch(granted -> !granted.contains(operation));
    }
  }

  /** Whether the cluster says that the right is not granted. */
  boolean lacks(Right right) {
    if (right.operation() == AclOperation.CREATE) {
      return creating(
              right.resource().patternType() == PatternType.PREFIXED
                  ? right.resource().name() + PROBE
                  : right.resource().name())
          .refused();
    }
    return answers.computeIfAbsent(right.resource(), this::ask).lacks(right.operation());
  }

  private Answer ask(ResourcePattern resource) {
    return switch (resource.resourceType()) {
      case TOPIC ->
          resource.patternType() == PatternType.PREFIXED
              ? topicsFrom(resource.name())
              : topics(List.of(resource.name()));
      case GROUP -> group(resource.name());
      case TRANSACTIONAL_ID -> transactionalId(resource.name() + PROBE);
      default -> new Answer(false, List.of());
    };
  }

  private Answer topics(List<String> names) {
    var options = new DescribeTopicsOptions().includeAuthorizedOperations(true);
    List<Set<AclOperation>> granted = new ArrayList<>();
    boolean refused = false;
    for (var topic : admin.describeTopics(names, options).topicNameValues().values()) {
      Answer answer = answer(topic.thenApply(found -> found.authorizedOperations()));
      refused |= answer.refused();
      granted.addAll(answer.operations());
    }
    return new Answer(refused, granted);
  }

  /** Those that are there, which may be none yet. */
  private Answer topicsFrom(String start) {
    List<String> names = new ArrayList<>();
    KafkaFuture<Set<String>> all = admin.listTopics().names();
    Answer listed =
        answer(
            all.thenApply(
                found -> {
                  found.stream().filter(name -> name.startsWith(start)).forEach(names::add);
                  return null;
                }));
    return names.isEmpty() ? listed : topics(names);
  }

  private Answer group(String id) {
    var options = new DescribeConsumerGroupsOptions().includeAuthorizedOperations(true);
    var described = admin.describeConsumerGroups(List.of(id), options).describedGroups().get(id);
    return answer(described.thenApply(found -> found.authorizedOperations()));
  }

  /** Of these the cluster only tells whether they may be described, as whoever writes them may. */
  private Answer transactionalId(String id) {
    return answer(admin.describeTransactions(List.of(id)).description(id).thenApply(found -> null));
  }

  private Answer creating(String topic) {
    var request = new NewTopic(topic, 1, (short) 1);
    var options = new CreateTopicsOptions().validateOnly(true);
    return answer(
        admin.createTopics(List.of(request), options).values().get(topic).thenApply(made -> null));
  }

  /** A failure of another kind, such as a group that is not there yet, tells nothing of rights. */
  private static Answer answer(KafkaFuture<Set<AclOperation>> operations) {
    try {
      Set<AclOperation> granted = operations.get();
      return new Answer(false, granted == null ? List.of() : List.of(granted));
    } catch (ExecutionException e) {
      return new Answer(e.getCause() instanceof AuthorizationException, List.of());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotAllowedException("interrupted while asking for the rights of this user");
    }
  }
}
