package io.peerwatch.schemas.access;

import static org.apache.kafka.common.acl.AclOperation.ALTER_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import io.peerwatch.schemas.topics.TopicSpec;
import io.peerwatch.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The least that each command's user must be allowed to do, in the order of the help. */
public enum Access {
  TOPICS_APPLY("topics apply", on(Topics.all(), CREATE, DESCRIBE, ALTER_CONFIGS)),
  TOPICS_CHECK("topics check", on(Topics.all(), DESCRIBE, DESCRIBE_CONFIGS)),
  /** Ticks are written to the samples' own topic; changelogs are the application's own topics. */
  STREAM(
      "stream",
      together(
          on(List.of(Topics.HOST_SAMPLES), READ, WRITE),
          on(List.of(Topics.ALERT_FEEDBACK, Topics.HOST_INVENTORY, Topics.POLICY_HISTORY), READ),
          on(
              List.of(
                  Topics.HOST_ALERTS,
                  Topics.GROUP_VERDICTS,
                  Topics.HOST_READINGS,
                  Topics.GROUP_CAPACITY,
                  Topics.BUDGET_LEDGER,
                  Topics.REJECTED_RECORDS),
              WRITE),
          ofApplication(ResourceType.TOPIC, PatternType.PREFIXED, CREATE, READ, WRITE),
          ofApplication(ResourceType.GROUP, PatternType.LITERAL, READ),
          ofApplication(ResourceType.TRANSACTIONAL_ID, PatternType.PREFIXED, WRITE))),
  /** Its canaries' verdicts are read back. */
  STREAM_CANARY(
      "stream --canary", together(Access.STREAM::rights, on(List.of(Topics.GROUP_VERDICTS), READ))),
  AGENT("agent", on(List.of(Topics.HOST_SAMPLES), WRITE)),
  SIMULATE("simulate", on(List.of(Topics.HOST_SAMPLES), WRITE)),
  /** Asks how long samples are kept before it publishes old ones. */
  REPLAY("replay", on(List.of(Topics.HOST_SAMPLES), WRITE, DESCRIBE_CONFIGS)),
  NOTIFY("notify", on(List.of(Topics.HOST_ALERTS, Topics.SILENCES), READ)),
  DASHBOARD(
      "dashboard",
      on(
          List.of(
              Topics.HOST_ALERTS,
              Topics.GROUP_VERDICTS,
              Topics.HOST_READINGS,
              Topics.GROUP_CAPACITY,
              Topics.SILENCES),
          READ)),
  REPORT(
      "report", on(List.of(Topics.HOST_ALERTS, Topics.GROUP_CAPACITY, Topics.BUDGET_LEDGER), READ)),
  /** To list and to export, here and in the next two, Read alone is enough. */
  SILENCE("silence", on(List.of(Topics.SILENCES), READ, WRITE)),
  INVENTORY("inventory", on(List.of(Topics.HOST_INVENTORY), READ, WRITE)),
  /** To show a host's policy, it is looked up in which groups the inventory has it. */
  POLICY(
      "policy",
      together(
          on(List.of(Topics.GROUP_POLICIES, Topics.POLICY_HISTORY), READ, WRITE),
          on(List.of(Topics.HOST_INVENTORY), READ))),
  FEEDBACK(
      "feedback",
      together(
          on(List.of(Topics.ALERT_FEEDBACK), READ, WRITE),
          on(List.of(Topics.HOST_ALERTS, Topics.BUDGET_LEDGER), READ)));

  private static final String APPLICATION = "streams";

  private final String command;
  private final Rights rights;

  Access(String command, Rights rights) {
    this.command = command;
    this.rights = rights;
  }

  /** As it is typed, such as {@code topics apply}. */
  public String command() {
    return command;
  }

  /** The same in one word, such as {@code topics-apply}. */
  public String argument() {
    return command.replace(" --", "-").replace(' ', '-');
  }

  /** What is needed on topics and groups of that prefix. */
  public List<Right> rights(String prefix) {
    return rights.under(prefix);
  }

  /**
   * The Streams application of an installation: its consumer group, and what its own topics and
   * transactional ids start with.
   */
  public static String applicationId(String prefix) {
    return prefix + APPLICATION;
  }

  private interface Rights {
    List<Right> under(String prefix);
  }

  private static Rights on(List<? extends TopicSpec<?>> topics, AclOperation... operations) {
    return prefix -> {
      List<Right> rights = new ArrayList<>();
      for (TopicSpec<?> topic : topics) {
        for (AclOperation operation : operations) {
          rights.add(right(operation, ResourceType.TOPIC, topic.in(prefix), PatternType.LITERAL));
        }
      }
      return rights;
    };
  }

  private static Rights ofApplication(
      ResourceType type, PatternType pattern, AclOperation... operations) {
    return prefix ->
        Stream.of(operations)
            .map(
                operation ->
                    right(
                        operation,
                        type,
                        applicationId(prefix) + (pattern == PatternType.PREFIXED ? "-" : ""),
                        pattern))
            .toList();
  }

  private static Rights together(Rights... parts) {
    return prefix -> Stream.of(parts).flatMap(part -> part.under(prefix).stream()).toList();
  }

  private static Right right(
      AclOperation operation, ResourceType type, String name, PatternType pattern) {
    return new Right(operation, new ResourcePattern(type, name, pattern));
  }
}
