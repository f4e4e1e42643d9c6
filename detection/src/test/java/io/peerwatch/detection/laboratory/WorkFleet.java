package io.peerwatch.detection.laboratory;

import io.peerwatch.detection.episode.Episode;
import io.peerwatch.detection.episode.EpisodeBook;
import io.peerwatch.detection.metric.MetricDictionary;
import io.peerwatch.detection.verdict.DetectionSettings;
import io.peerwatch.detection.verdict.Finding;
import io.peerwatch.detection.verdict.GroupJudge;
import io.peerwatch.detection.verdict.GroupJudgement;
import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.HostWindow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A group that works: requests come and go with the day, a balancer spreads them unevenly, and CPU,
 * load and traffic follow what a host gets; memory does not. Told as a script: {@code
 * workFleet(7).days(4).work(2, 2).windows(24)}.
 */
public final class WorkFleet {
  public static final long WINDOW = 300_000L;
  private static final int PER_DAY = 288;
  private static final long START = 1_767_225_600_000L;
  private static final double REQUESTS = 120;

  private final Random random;
  private final GroupJudge judge;
  private final EpisodeBook book = new EpisodeBook("web");
  private final List<String> metrics;
  private final double[] share;
  private final double[] work;
  private final double[] busier;
  private double level = 1;
  private int window;
  private GroupJudgement judgement;
  private List<Episode> changes = List.of();
  private final Set<String> found = new LinkedHashSet<>();

  private WorkFleet(long seed, int hosts, String workName, String setting) {
    random = new Random(seed);
    judge = new GroupJudge(DetectionSettings.of(WINDOW).withWorkMetric(setting));
    metrics =
        List.of(
            workName,
            MetricDictionary.CPU,
            MetricDictionary.LOAD_1M,
            MetricDictionary.MEMORY,
            "system.network.io.transmit");
    share = new double[hosts];
    work = new double[hosts];
    busier = new double[hosts];
    Arrays.fill(work, 1);
    Arrays.fill(busier, 1);
  }

  /** Six hosts whose requests are a metric that the dictionary knows. */
  public static WorkFleet workFleet(long seed) {
    return new WorkFleet(seed, 6, MetricDictionary.REQUEST_RATE, null);
  }

  /** The same, judged as if no metric counted work. */
  public static WorkFleet withoutWork(long seed) {
    return new WorkFleet(seed, 6, MetricDictionary.REQUEST_RATE, DetectionSettings.NO_WORK);
  }

  /** The same with requests under another name, which the settings tell or don't. */
  public static WorkFleet counted(long seed, String workName, String setting) {
    return new WorkFleet(seed, 6, workName, setting);
  }

  /** From now on the host gets so many times its share. */
  public WorkFleet work(int host, double times) {
    work[host] = times;
    return this;
  }

  /** From now on the host needs so many times the CPU for the same work. */
  public WorkFleet busier(int host, double times) {
    busier[host] = times;
    return this;
  }

  /** From now on the whole group gets so many times its work. */
  public WorkFleet allWork(double times) {
    level = times;
    return this;
  }

  public WorkFleet days(int days) {
    return windows(days * PER_DAY);
  }

  /** Goes on, and remembers what is found in these windows alone. */
  public WorkFleet windows(int count) {
    found.clear();
    for (int i = 0; i < count; i++) {
      step();
    }
    return this;
  }

  private void step() {
    double day = (double) (window % PER_DAY) / PER_DAY;
    double load = level * (1 - 0.3 * Math.cos(2 * Math.PI * day));
    List<HostWindow> hosts = new ArrayList<>();
    for (int h = 0; h < share.length; h++) {
      share[h] = 0.9 * share[h] + 0.03 * random.nextGaussian();
      double own = load * work[h] * Math.exp(share[h]);
      double[] values = {
        REQUESTS * own * noise(0.02),
        Math.min(0.97, (0.02 + 0.25 * own * busier[h]) * noise(0.04)),
        (0.1 + 1.5 * own * busier[h]) * noise(0.06),
        0.6 * noise(0.01),
        5e6 * own * noise(0.03)
      };
      hosts.add(new HostWindow("web-" + h, values, 1, 0, 0, 0));
    }
    long start = START + window++ * WINDOW;
    judgement =
        judge.judge(new GroupWindow("web", start, start + WINDOW, metrics, hosts, 0, false));
    changes = book.step(judgement);
    judgement.findings().forEach(finding -> found.add(finding.host()));
  }

  private double noise(double deviation) {
    return Math.exp(deviation * random.nextGaussian());
  }

  /** Hosts that were found apart since the last {@link #windows}, in that order. */
  public Set<String> found() {
    return found;
  }

  public List<Finding> findings() {
    return judgement.findings();
  }

  public GroupJudgement judgement() {
    return judgement;
  }

  public List<Episode> changes() {
    return changes;
  }

  public List<Episode> open() {
    return book.open();
  }
}
