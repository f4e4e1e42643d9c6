package io.peerwatch.producers.simulate;

import io.peerwatch.producers.simulate.event.EventHosts;
import io.peerwatch.producers.simulate.scenario.EventSpec;
import io.peerwatch.producers.simulate.scenario.GroupSpec;
import io.peerwatch.producers.simulate.scenario.Scenario;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * What happened harmlessly, as CSV: {@code group,start,end,kind,hosts}. Times are epoch
 * milliseconds, the end exclusive; hosts are separated by blanks, and none stands for the whole
 * group. A failover has a line for each of its two groups.
 */
final class EventsCsv {
  private static final String HEADER = "group,start,end,kind,hosts";

  private EventsCsv() {}

  /** Writes the events that touch [startMillis, endMillis), cut to it, in the order of starts. */
  static void write(Path file, Scenario scenario, long startMillis, long endMillis)
      throws IOException {
    List<EventSpec> told =
        scenario.events().stream()
            .filter(event -> event.startMillis() < endMillis - startMillis)
            .sorted(Comparator.comparingLong(EventSpec::startMillis))
            .toList();
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write(HEADER + "\n");
      for (EventSpec event : told) {
        long end = Math.min(startMillis + event.endMillis(), endMillis);
        String times = (startMillis + event.startMillis()) + "," + end;
        out.write(line(event.group(), times, event, hosts(scenario, event)));
        if (!event.to().isEmpty()) {
          out.write(line(event.to(), times, event, ""));
        }
      }
    }
  }

  private static String line(String group, String times, EventSpec event, String hosts) {
    return String.join(",", group, times, event.kind().label(), hosts) + "\n";
  }

  private static String hosts(Scenario scenario, EventSpec event) {
    GroupSpec group =
        scenario.groups().stream()
            .filter(spec -> spec.name().equals(event.group()))
            .findFirst()
            .orElseThrow();
    var hosts = new EventHosts(group, scenario.events());
    List<String> befallen = hosts.of(event);
    return befallen.equals(hosts.all()) ? "" : String.join(" ", befallen);
  }
}
