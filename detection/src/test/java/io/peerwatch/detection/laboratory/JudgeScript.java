package io.peerwatch.detection.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.detection.episode.Episode;
import io.peerwatch.detection.episode.EpisodeBook;
import io.peerwatch.detection.metric.MetricDictionary;
import io.peerwatch.detection.verdict.DetectionSettings;
import io.peerwatch.detection.verdict.Finding;
import io.peerwatch.detection.verdict.GroupJudge;
import io.peerwatch.detection.verdict.GroupJudgement;
import io.peerwatch.detection.verdict.GroupState;
import io.peerwatch.detection.verdict.NotJudgedReason;
import io.peerwatch.detection.verdict.Verdict;
import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.HostWindow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A group told window by window: {@code group("web").hosts(30).history(180).host(7).cpu(0.97)
 * .closeWindow().expectLoneHost("web-07")}. Hosts that are not mentioned behave as usual, with a
 * little seeded noise; what a host was told to do lasts until it recovers.
 */
public final class JudgeScript {

  private static final List<String> METRICS =
      List.of(
          MetricDictionary.REQUEST_RATE,
          MetricDictionary.LOAD_1M,
          MetricDictionary.CPU,
          MetricDictionary.CORES,
          MetricDictionary.MEMORY);
  private static final double[] USUAL = {200, 2.4, 0.45, 8, 0.6};
  private static final double[] NOISE = {10, 0.2, 0.02, 0, 0.01};
  private static final long MINUTE = 60_000L;

  private final String group;
  private final Random random = new Random(20261122);
  private final GroupJudge judge = new GroupJudge(DetectionSettings.of(MINUTE));
  private final EpisodeBook book;
  private int hosts;
  private double[][] told;
  private boolean[] silent;
  private int[] missed;
  private long[] skew;
  private int chosen;
  private long start = 1_767_225_600_000L;
  private GroupJudgement judgement;
  private List<Episode> changes = List.of();

  private JudgeScript(String group) {
    this.group = group;
    this.book = new EpisodeBook(group);
  }

  public static JudgeScript group(String name) {
    return new JudgeScript(name);
  }

  public JudgeScript hosts(int count) {
    hosts = count;
    told = new double[count][METRICS.size()];
    for (double[] ofHost : told) {
      Arrays.fill(ofHost, Double.NaN);
    }
    silent = new boolean[count];
    missed = new int[count];
    skew = new long[count];
    return this;
  }

  /** Windows in which nothing happens. */
  public JudgeScript history(int windows) {
    for (int i = 0; i < windows; i++) {
      closeWindow();
    }
    return this;
  }

  public JudgeScript host(int number) {
    chosen = number;
    return this;
  }

  public JudgeScript cpu(double ratio) {
    told[chosen][METRICS.indexOf(MetricDictionary.CPU)] = ratio;
    return this;
  }

  public JudgeScript load(double threads) {
    told[chosen][METRICS.indexOf(MetricDictionary.LOAD_1M)] = threads;
    return this;
  }

  public JudgeScript memory(double ratio) {
    told[chosen][METRICS.indexOf(MetricDictionary.MEMORY)] = ratio;
    return this;
  }

  public JudgeScript skewed(long millis) {
    skew[chosen] = millis;
    return this;
  }

  public JudgeScript silent() {
    silent[chosen] = true;
    return this;
  }

  public JudgeScript allSilent() {
    Arrays.fill(silent, true);
    return this;
  }

  /** The chosen host behaves as usual again. */
  public JudgeScript recovers() {
    Arrays.fill(told[chosen], Double.NaN);
    silent[chosen] = false;
    skew[chosen] = 0;
    return this;
  }

  public JudgeScript closeWindow() {
    List<HostWindow> all = new ArrayList<>();
    for (int h = 0; h < hosts; h++) {
      missed[h] = silent[h] ? missed[h] + 1 : 0;
      all.add(new HostWindow(name(h), values(h), silent[h] ? 0 : 6, missed[h], skew[h], 0));
    }
    boolean nobody = missed.length > 0 && Arrays.stream(missed).allMatch(m -> m > 0);
    judgement = judge.judge(new GroupWindow(group, start, start + MINUTE, METRICS, all, 0, nobody));
    changes = book.step(judgement);
    start += MINUTE;
    return this;
  }

  public JudgeScript closeWindows(int count) {
    return history(count);
  }

  public JudgeScript expect(GroupState state) {
    assertThat(judgement.state()).isEqualTo(state);
    return this;
  }

  public JudgeScript expectNotJudged(NotJudgedReason reason) {
    assertThat(judgement.reason()).isEqualTo(reason);
    return expect(GroupState.NOT_JUDGED);
  }

  public JudgeScript expectLoneHost(String host) {
    return expectOnly(Verdict.LONE_HOST, host);
  }

  public JudgeScript expectOnly(Verdict verdict, String host) {
    assertThat(judgement.findings())
        .extracting(Finding::host, Finding::verdict)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(host, verdict));
    return this;
  }

  public JudgeScript expectNoFindings() {
    assertThat(judgement.findings()).isEmpty();
    return this;
  }

  public GroupJudgement judgement() {
    return judgement;
  }

  /** Changes of episodes in the last window. */
  public List<Episode> changes() {
    return changes;
  }

  public List<Episode> open() {
    return book.open();
  }

  private String name(int h) {
    return String.format("%s-%02d", group, h);
  }

  private double[] values(int h) {
    double[] values = new double[METRICS.size()];
    for (int m = 0; m < values.length; m++) {
      double usual = USUAL[m] + NOISE[m] * random.nextGaussian();
      values[m] = silent[h] ? Double.NaN : Double.isNaN(told[h][m]) ? usual : told[h][m];
    }
    return values;
  }
}
