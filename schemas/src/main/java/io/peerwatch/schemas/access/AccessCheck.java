package io.peerwatch.schemas.access;

import static java.util.stream.Collectors.joining;

import io.peerwatch.schemas.settings.ConnectionSettings;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * Asks the cluster before a command begins whether its user has the rights it needs, because
 * Kafka's own refusals come later, one by one, and do not name the right. What a cluster does not
 * tell is taken as granted: the command will see.
 */
public final class AccessCheck {
  /** Of a user without any rights a line would else be a page. */
  private static final int NAMED_MAX = 3;

  private static final int TIMEOUT_MILLIS = 9_000;

  private AccessCheck() {}

  /**
   * Returns if nothing is known to be missing.
   *
   * @throws NotAllowedException if something is, naming the first of it
   */
  public static void require(ConnectionSettings settings, Access access) {
    List<Right> missing = missing(settings, access.rights(settings.prefix()));
    if (!missing.isEmpty()) {
      throw new NotAllowedException(
          "this user lacks %s: have it granted, 'peerwatch topics acls %s' prints the commands"
              .formatted(words(missing), access.argument()));
    }
  }

  private static String words(List<Right> missing) {
    String first = missing.stream().limit(NAMED_MAX).map(Right::words).collect(joining(", "));
    return missing.size() <= NAMED_MAX
        ? first
        : "%s and %d more rights".formatted(first, missing.size() - NAMED_MAX);
  }

  /** Those of the rights that the cluster says are not granted. */
  static List<Right> missing(ConnectionSettings settings, List<Right> rights) {
    var properties = settings.kafkaClient();
    properties.put(AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG, false);
    properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
    Admin admin = Admin.create(properties);
    try {
      var granted = new GrantedOperations(admin);
      return rights.stream().filter(right -> granted.lacks(right)).toList();
    } finally {
      admin.close(Duration.ZERO);
    }
  }
}
