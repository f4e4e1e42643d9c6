package io.peerwatch.schemas.access;

import java.util.Locale;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;

/**
 * Something that a command's user must be allowed to do on a cluster that asks.
 *
 * @param operation READ and WRITE include DESCRIBE, ALTER_CONFIGS includes DESCRIBE_CONFIGS
 * @param resource what it is done to, by its name or by what names start with
 */
public record Right(AclOperation operation, ResourcePattern resource) {

  /** In words, such as {@code Write on topic peerwatch.host-samples}. */
  public String words() {
    String kind = resource.resourceType().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String which = resource.patternType() == PatternType.PREFIXED ? "s starting with " : " ";
    return "%s on %s%s%s".formatted(operationName(), kind, which, resource.name());
  }

  /** As Kafka's tools write it: {@code DescribeConfigs}. */
  public String operationName() {
    var name = new StringBuilder();
    for (String word : operation.name().split("_", -1)) {
      name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return name.toString();
  }
}
