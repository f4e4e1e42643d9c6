package io.peerwatch.cli.command;

import io.peerwatch.schemas.access.Right;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;

/**
 * Rights as command lines of Kafka's own {@code kafka-acls}: a line for all things that are alike.
 */
final class KafkaAclsLines {
  private final String start;

  KafkaAclsLines(String bootstrapServers, String principal) {
    this.start =
        "kafka-acls --bootstrap-server %s --add --allow-principal '%s'"
            .formatted(bootstrapServers, principal);
  }

  List<String> of(List<Right> rights) {
    Map<ResourcePattern, String> operations = new LinkedHashMap<>();
    for (Right right : rights) {
      operations.merge(right.resource(), " --operation " + right.operationName(), String::concat);
    }
    Map<String, String> names = new LinkedHashMap<>();
    operations.forEach(
        (resource, granted) ->
            names.merge(granted + pattern(resource), name(resource), String::concat));
    List<String> lines = new ArrayList<>();
    names.forEach((granted, named) -> lines.add(start + granted + named));
    return lines;
  }

  private static String pattern(ResourcePattern resource) {
    return resource.patternType() == PatternType.PREFIXED
        ? " --resource-pattern-type prefixed"
        : "";
  }

  private static String name(ResourcePattern resource) {
    String option =
        switch (resource.resourceType()) {
          case TOPIC -> "topic";
          case GROUP -> "group";
          case TRANSACTIONAL_ID -> "transactional-id";
          default -> throw new IllegalArgumentException("no such right: " + resource);
        };
    return " --%s '%s'".formatted(option, resource.name());
  }
}
