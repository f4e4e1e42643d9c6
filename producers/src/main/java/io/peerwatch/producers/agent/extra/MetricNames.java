package io.peerwatch.producers.agent.extra;

import io.peerwatch.schemas.topics.Names;
import java.util.regex.Pattern;

/** Names of extra metrics. */
final class MetricNames {
  private static final Pattern NOT_IN_NAMES = Pattern.compile("[^A-Za-z0-9._:/-]+");

  private MetricNames() {}

  static boolean isName(String text) {
    return Names.isName(text);
  }

  /** A plugin's label as a name: what names can't hold becomes an underscore. */
  static String ofLabel(String prefix, String label) {
    String stripped = label.strip();
    return stripped.isEmpty() ? "" : prefix + NOT_IN_NAMES.matcher(stripped).replaceAll("_");
  }
}
