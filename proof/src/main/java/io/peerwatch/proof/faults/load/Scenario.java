package io.peerwatch.proof.faults.load;

import java.util.List;
import java.util.SplittableRandom;

/** A fleet with many faults, as the text of a scenario for the simulator. */
final class Scenario {
  private static final int HOSTS = 6;
  private static final int FAULT_MINUTES = 10;
  private static final int QUIET_MINUTES = 60;
  private static final List<String> KINDS =
      List.of("silence", "cpu-hog", "silence", "traffic-lost", "silence");

  private Scenario() {}

  /** Groups that have one fault after the other, each of another host, after a healthy hour. */
  static String of(int groups, int hours, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder text = new StringBuilder();
    text.append("description: Many faults in many groups\nseed: ").append(seed % 1_000_000);
    text.append("\nhistory: ").append(hours).append("h\nperiod: 20s\n\ngroups:\n");
    for (int g = 0; g < groups; g++) {
      text.append("  - name: ").append(name(g)).append("\n    hosts: ").append(HOSTS);
      text.append("\n    tier: application\n    workload: user-facing\n    cores: 8\n");
      text.append("    memory: 16GiB\n");
    }
    text.append("\nfaults:\n");
    for (int g = 0; g < groups; g++) {
      int k = random.nextInt(KINDS.size());
      for (int at = hours * 60 - QUIET_MINUTES; at > 2 * FAULT_MINUTES; at -= 2 * FAULT_MINUTES) {
        int host = 1 + random.nextInt(HOSTS);
        int start = at - random.nextInt(FAULT_MINUTES / 2);
        text.append("  - kind: ").append(KINDS.get(k++ % KINDS.size()));
        text.append("\n    host: ").append(name(g)).append("-0").append(host);
        text.append("\n    start: -").append(start).append("m\n    duration: ");
        text.append(FAULT_MINUTES).append("m\n");
      }
    }
    return text.toString();
  }

  static String name(int group) {
    return "group-" + (char) ('a' + group);
  }
}
