package io.peerwatch.proof.young;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.detection.episode.Episode;
import io.peerwatch.detection.episode.EpisodeBook;
import io.peerwatch.detection.verdict.DetectionSettings;
import io.peerwatch.detection.verdict.GroupJudge;
import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.HostWindow;
import io.peerwatch.producers.simulate.FleetSimulator;
import io.peerwatch.producers.simulate.scenario.GroupSpec;
import io.peerwatch.producers.simulate.scenario.HostSize;
import io.peerwatch.producers.simulate.scenario.Scenario;
import io.peerwatch.schemas.avro.Tier;
import io.peerwatch.schemas.avro.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The first hours of groups in which nothing is wrong, as everybody meets them who tries Peerwatch:
 * scales stand on an hour, and what a day looks like is not known. Seeds are fixed, for what is
 * counted is chance.
 */
class YoungGroupTest {
  private static final long START = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();
  private static final long WINDOW = Duration.ofMinutes(1).toMillis();
  private static final Duration WATCHED = Duration.ofHours(6);
  private static final int FLEETS = 8;

  private final Map<String, GroupJudge> judges = new TreeMap<>();
  private final Map<String, EpisodeBook> books = new TreeMap<>();
  private final List<Episode> opened = new ArrayList<>();

  /** One group-week in all, of which the budget allows one; five are beyond chance (.004). */
  @Test
  void shouldKeepToTheBudgetFromTheFirstHourOn() {
    for (int seed = 1; seed <= FLEETS; seed++) {
      watch(seed);
    }
    assertThat(opened).as("opened in %d fleets: %s", FLEETS, opened).hasSizeLessThan(5);
  }

  private void watch(long seed) {
    judges.clear();
    books.clear();
    List<GroupSpec> groups =
        List.of(
            group("web", 12, Tier.APPLICATION, Workload.USER_FACING, 8),
            group("db", 4, Tier.DATABASE, Workload.USER_FACING, 16),
            group("batch", 8, Tier.BATCH, Workload.BATCH, 8),
            group("cache", 3, Tier.CACHE, Workload.USER_FACING, 8));
    var scenario =
        Scenario.of("young", seed, WATCHED.toMillis(), groups, List.of(), List.of())
            .withPeriod(WINDOW);
    var simulator = new FleetSimulator(scenario, seed, START);
    while (simulator.nextMillis() < START + WATCHED.toMillis()) {
      long start = simulator.nextMillis();
      Map<String, Map<String, Map<String, Double>>> heard = new TreeMap<>();
      simulator.advance(
          sample ->
              heard
                  .computeIfAbsent(sample.getGroup(), any -> new TreeMap<>())
                  .put(sample.getHost(), sample.getMetrics()));
      heard.forEach((group, hosts) -> judge(window(group, start, hosts)));
    }
  }

  private void judge(GroupWindow window) {
    String group = window.group();
    var settings = DetectionSettings.of(WINDOW);
    GroupJudge judge = judges.computeIfAbsent(group, any -> new GroupJudge(settings));
    EpisodeBook book = books.computeIfAbsent(group, EpisodeBook::new);
    book.step(judge.judge(window)).stream()
        .filter(episode -> episode.openedAt() == window.end())
        .forEach(opened::add);
  }

  private static GroupWindow window(
      String group, long start, Map<String, Map<String, Double>> byHost) {
    TreeSet<String> metrics = new TreeSet<>();
    byHost.values().forEach(values -> metrics.addAll(values.keySet()));
    List<HostWindow> hosts = new ArrayList<>();
    byHost.forEach(
        (host, told) -> {
          double[] values =
              metrics.stream().mapToDouble(m -> told.getOrDefault(m, Double.NaN)).toArray();
          hosts.add(new HostWindow(host, values, 1, 0, 0, 0));
        });
    return new GroupWindow(group, start, start + WINDOW, List.copyOf(metrics), hosts, 0, false);
  }

  private static GroupSpec group(String name, int hosts, Tier tier, Workload workload, int cores) {
    return GroupSpec.of(name, hosts, tier, workload, HostSize.of(cores, 32L << 30));
  }
}
