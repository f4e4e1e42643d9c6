package io.peerwatch.detection.verdict;

import io.peerwatch.detection.baseline.Forgetting;
import io.peerwatch.detection.baseline.GroupBaseline;
import io.peerwatch.detection.baseline.LearningSteps;
import io.peerwatch.detection.baseline.MetricColumn;
import io.peerwatch.detection.baseline.WorkResponse;
import io.peerwatch.detection.metric.MetricTable;
import io.peerwatch.detection.metric.Transform;
import java.util.Arrays;

/**
 * Compares hosts at equal work: what a host's residual owes to more or less work than its peers
 * have is taken off it, as far as the group's metrics are known to follow work.
 *
 * <pre>
 *   r     work observed / work expected, both with a floor; Δ = ln r
 *   push  in transformed units: Δ for logarithmic metrics, e (r − 1) for linear ones, where e is the
 *         expected value, (r − 1) / (1 − e) for logits
 *   d    −= γ · push / scale                         γ of {@link WorkResponse}
 *   s²   += (γ · push / scale / 4)²                  what is taken off is not known exactly
 * </pre>
 *
 * <p>Much more work than others is no fault of a host: the work metric's own deviation counts while
 * it is small, as any metric's, and where the host lost its work. <em>Lost</em> grows from 0 at
 * half of what is expected to 1 at a quarter; as far as work is lost, nothing is taken off the
 * other metrics, for then their fall is evidence, too.
 *
 * <p>Conditioning on load: Lu and others, <i>Perseus</i>, FAST 2023.
 */
final class AtEqualWork {

  /** How much of what is taken off may be wrong: hosts don't answer all alike. */
  private static final float UNSURE_RATIO = 0.25f;

  /** Up to so many spreads a difference of work is usual, from so many it is large. */
  private static final double USUAL_SPREADS = 2;

  private static final double LARGE_SPREADS = 4;

  private static final double LOST_FROM = StrictMath.log(0.5);
  private static final double LOST_TO = StrictMath.log(0.25);

  /** A host that has less than a third of what is expected lost its work. */
  private static final double MOSTLY = 0.58;

  private static final double LOST_SPREADS = 3;
  private static final double HALF_LIFE_DAYS = 14;

  /** Values of work that a host is seen with before anything is learned from it. */
  private static final int LEARNT_FROM = 60;

  private final Forgetting forgetting = new Forgetting(HALF_LIFE_DAYS);
  private String named;
  private final WorkDifference difference = new WorkDifference();
  private int work = MetricTable.NOT_COMPARED;
  private float[] large = new float[0];
  private float[] lost = new float[0];
  private float[] evidence = new float[0];
  private boolean[] counts = new boolean[0];
  private float[][] push = new float[0][];
  private float[][] followed = new float[0][];
  private float[][] shift = new float[0][];
  private float[][] whole = new float[0][];

  /**
   * Counts work by a metric from now on.
   *
   * @param metric null for the dictionary's, {@link DetectionSettings#NO_WORK} for none
   */
  void follow(String metric) {
    named = metric;
  }

  /** Number of the work metric; {@link MetricTable#NOT_COMPARED} where there is none. */
  int metric() {
    return work;
  }

  boolean applies() {
    return work != MetricTable.NOT_COMPARED;
  }

  /** Takes off all residuals of a window what they owe to work. */
  void condition(Comparison now, MetricTable table, WorkResponse response) {
    work = table.work(named);
    if (!applies()) {
      return;
    }
    response.of(work);
    int places = now.baselines.hosts();
    makeRoom(places, now.metrics);
    MetricColumn ofWork = now.column(work);
    difference.of(ofWork, table.get(work).transform(), places);
    for (int i = 0; i < places; i++) {
      double size = Math.abs(ofWork.z[i]);
      large[i] = (float) ratio((size - USUAL_SPREADS) / (LARGE_SPREADS - USUAL_SPREADS));
      lost[i] = (float) ratio((LOST_FROM - difference.delta(i)) / (LOST_FROM - LOST_TO));
      evidence[i] = ofWork.z[i] * Math.max(lost[i], 1 - large[i]);
    }
    for (int m = 0; m < now.metrics; m++) {
      if (m != work) {
        condition(now.column(m), m, table.get(m).transform(), places, response);
      }
    }
  }

  /** Held between 0 and 1; 0 for what can't be told. */
  private static double ratio(double value) {
    return value > 0 ? Math.min(1, value) : 0;
  }

  private void makeRoom(int places, int metrics) {
    if (large.length < places) {
      large = new float[places];
      lost = new float[places];
      counts = new boolean[places];
      evidence = new float[places];
      push = new float[0][];
    }
    if (push.length < metrics) {
      push = new float[metrics][large.length];
      followed = new float[metrics][large.length];
      shift = new float[metrics][large.length];
      whole = new float[metrics][large.length];
    }
    Arrays.fill(shift[work], 0);
    Arrays.fill(push[work], 0);
  }

  private void condition(
      MetricColumn column, int m, Transform transform, int places, WorkResponse response) {
    float usual = (float) response.usual(m);
    float more = (float) response.large(m) - usual;
    difference.push(column, transform, places, push[m]);
    follow(places, usual, more, followed[m]);
    takeOff(column, places, followed[m], push[m], shift[m]);
  }

  private void follow(int places, float usual, float more, float[] follows) {
    float[] isLost = lost;
    float[] isLarge = large;
    for (int i = 0; i < places; i++) {
      follows[i] = (1 - isLost[i]) * (usual + isLarge[i] * more);
    }
  }

  /** What can't be told stays so; of what is pushed by 0 nothing is taken off. */
  private static void takeOff(
      MetricColumn column, int places, float[] follows, float[] pushes, float[] shifts) {
    float[] d = column.d;
    float[] s = column.s;
    float[] z = column.z;
    for (int i = 0; i < places; i++) {
      float owed = follows[i] * pushes[i];
      float unsure = UNSURE_RATIO * owed;
      float spread = (float) Math.sqrt(s[i] * s[i] + unsure * unsure);
      float left = d[i] - owed;
      shifts[i] = owed;
      d[i] = left;
      s[i] = spread;
      z[i] = Math.max(-MetricColumn.Z_CLIP, Math.min(MetricColumn.Z_CLIP, left / spread));
      pushes[i] = pushes[i] / spread;
    }
  }

  /** Deviations of work by place as whitening may see them: what may be a fault. */
  float[] evidence() {
    return evidence;
  }

  /** What of a residual, in standard units, is owed to work. */
  float shift(Comparison now, int h, int m) {
    return applies() ? shift[m][now.place[h]] : 0;
  }

  /** Whether the host lost most of its work, and by more than it is usually off. */
  boolean isLost(Comparison now, int h) {
    return applies() && lost[now.place[h]] >= MOSTLY && now.z(h, work) <= -LOST_SPREADS;
  }

  /**
   * Deviations as if work were a metric like others, in spreads; a host that lags behind lags with
   * its work, too.
   */
  float[][] whole(Comparison now) {
    for (int m = 0; m < now.metrics; m++) {
      add(now.column(m).z, shift[m], now.column(m).s, now.baselines.hosts(), whole[m]);
      now.deviations.clear(m, whole[m]);
    }
    return whole;
  }

  private static void add(float[] z, float[] shift, float[] s, int places, float[] to) {
    for (int i = 0; i < places; i++) {
      to[i] = z[i] + shift[i] / s[i];
    }
  }

  /** Lets the response learn from this window, wherever no work was lost. */
  void learn(Comparison now, WorkResponse response, GroupBaseline group, LearningSteps steps) {
    if (!applies()) {
      return;
    }
    response.forget(forgetting.step(1 / steps.windowsPerDay()));
    Teachers turn = now.teachers(group);
    float[] seen = now.baselines.seen(work);
    for (int m = 0; m < now.metrics; m++) {
      MetricColumn column = now.column(m);
      for (int at = turn.from; at < turn.to; at++) {
        boolean told = now.deviations.told()[m][at] > 0;
        counts[at] = told & push[m][at] != 0 & lost[at] == 0 & seen[at] >= LEARNT_FROM;
      }
      response.learn(
          m, turn.from, turn.to, counts, push[m], followed[m], column.d, column.s, large);
    }
  }
}
