package io.peerwatch.detection.baseline;

import static io.peerwatch.detection.baseline.HostBaseline.LEVEL_CLIP;
import static io.peerwatch.detection.baseline.HostBaseline.OFF_MAX;
import static io.peerwatch.detection.baseline.HostBaseline.OWN_CLIP;
import static io.peerwatch.detection.baseline.HostBaseline.RIGHTING;
import static io.peerwatch.detection.baseline.HostBaseline.SD_PER_MAD;
import static io.peerwatch.detection.baseline.HostBaseline.SLOPE_MAX;
import static io.peerwatch.detection.baseline.HostBaseline.SLOPE_MIN;
import static io.peerwatch.detection.baseline.HostBaseline.SPREAD_CLIP;

/**
 * {@link HostBaseline#learn} for all hosts of a metric at once, to the last bit the same. It is
 * laid out in short loops without branches, which the compiler turns into vector instructions: a
 * host that must not learn here has a factor of 0.
 */
public final class ColumnLearning {

  /** Makes at least 1 of any factor that is not 0. */
  private static final float HUGE = 1e30f;

  private static final double FOLLOWS_DAYS = 2;

  private float[] young = new float[0];
  private float[] slopeStep = new float[0];
  private float[] dayStep = new float[0];
  private float[] error = new float[0];
  private float[] limit = new float[0];
  private float[] size = new float[0];
  private float[] ofDay = new float[0];
  private float[] rest = new float[0];

  /**
   * How many values a host must have been seen with to learn by columns: it is known well enough
   * for clipped steps, and no longer joins an older group, in which its mean is learned from its
   * peers. {@link HostBaseline#learn} is for the others.
   */
  public static double knownFrom(LearningSteps steps, GroupBaseline group) {
    double day = steps.windowsPerDay();
    double joiningUnder = Math.min(day, (group.age() - day) / 2);
    return Math.max(HostBaseline.UNCLIPPED, joiningUnder);
  }

  /**
   * How many values a host must have been seen with until its units follow its peers' while it is
   * apart: until then what is taken for its difference to them may as well be wrong. Hosts that
   * began with their group are known as well as that.
   */
  static double followsFrom(LearningSteps steps, GroupBaseline group) {
    double day = steps.windowsPerDay();
    return Math.min(FOLLOWS_DAYS * day, (group.age() - day) / 2);
  }

  /**
   * Takes in a window of one metric.
   *
   * @param now what was seen; every number finite, also where the factor is 0
   * @param factor by host: 1, less for a suspect, 0 where nothing is to be learned
   * @param kept by host: 1, or 0 where habits of the day are given up
   */
  public void learn(
      int m,
      BaselineColumns known,
      MetricColumn now,
      float[] factor,
      float[] kept,
      TimeOfDay day,
      LearningSteps steps,
      GroupBaseline group) {
    int hosts = known.hosts;
    grow(hosts);
    double prior = HostBaseline.DAY_PRIOR * steps.windowsPerDay();
    float[] low = known.dayBias.of(m * TimeOfDay.BINS + day.low());
    float[] high = known.dayBias.of(m * TimeOfDay.BINS + day.high());
    float[] lowSpread = known.daySpread.of(m * TimeOfDay.BINS + day.low());
    float[] highSpread = known.daySpread.of(m * TimeOfDay.BINS + day.high());
    float later = (float) day.weight();
    step(hosts, known.seen.of(m), factor, prior, steps);
    rest(hosts, known.seen.of(m), factor, (float) followsFrom(steps, group));
    pull(hosts, now.u, now.c, now.scale, known.slope.of(m), factor);
    square(hosts, now.scale, known.spread.of(m), factor);
    locate(hosts, known.variance.of(m), factor, (float) steps.location());
    move(hosts, known.mean.of(m));
    level(hosts, now.d, now.s, known.level.of(m), factor, (float) steps.level());
    tilt(hosts, now.c, known.slope.of(m));
    right(hosts, known.slope.of(m));
    habit(hosts, low, high, kept, later);
    measure(hosts, now.d, now.s, lowSpread, highSpread, later);
    spread(hosts, known.spread.of(m), factor, (float) steps.spread());
    vary(hosts, known.spread.of(m));
    move(hosts, lowSpread, highSpread, later);
    count(hosts, known.seen.of(m), factor);
  }

  private void grow(int hosts) {
    if (young.length < hosts) {
      young = new float[hosts];
      slopeStep = new float[hosts];
      dayStep = new float[hosts];
      error = new float[hosts];
      limit = new float[hosts];
      size = new float[hosts];
      ofDay = new float[hosts];
      rest = new float[hosts];
    }
  }

  private void step(int hosts, float[] seen, float[] factor, double prior, LearningSteps steps) {
    float location = (float) steps.location();
    float steady = (float) steps.day();
    float slopePrior = (float) (prior / 8);
    float dayPrior = (float) (prior / 4);
    float[] firsts = young;
    float[] slopes = slopeStep;
    float[] days = dayStep;
    for (int i = 0; i < hosts; i++) {
      float n = seen[i];
      firsts[i] = 2 / (n + 2);
      slopes[i] = factor[i] * Math.max(location, 1 / (n + slopePrior));
      days[i] = factor[i] * Math.max(steady, 1 / (n / TimeOfDay.BINS + dayPrior));
    }
  }

  /** How much of what is learned is what peers do, of hosts that are apart. */
  private void rest(int hosts, float[] seen, float[] factor, float followsFrom) {
    float[] rests = rest;
    for (int i = 0; i < hosts; i++) {
      float follows = Math.max(0, Math.min(1, (seen[i] - followsFrom) * HUGE + 1));
      rests[i] = Math.min(1, factor[i] * HUGE) * (follows * (1 - factor[i]));
    }
  }

  private void pull(int hosts, float[] u, float[] c, float[] scale, float[] slope, float[] factor) {
    float[] rests = rest;
    float[] owns = limit;
    float[] likelies = error;
    float[] offs = size;
    for (int i = 0; i < hosts; i++) {
      float own = held(Math.max(-OWN_CLIP, Math.min(OWN_CLIP, u[i])) * scale[i]);
      float likely = held(Math.max(-OWN_CLIP, Math.min(OWN_CLIP, slope[i] * c[i])) * scale[i]);
      owns[i] = own;
      likelies[i] = likely;
      offs[i] = factor[i] * own + rests[i] * likely;
    }
  }

  private void square(int hosts, float[] scale, float[] spread, float[] factor) {
    float[] rests = rest;
    float[] owns = limit;
    float[] likelies = error;
    for (int i = 0; i < hosts; i++) {
      float noise = held(spread[i] * scale[i]);
      float likely = likelies[i] * likelies[i] + noise * noise;
      owns[i] = factor[i] * (owns[i] * owns[i]) + rests[i] * likely;
    }
  }

  private static float held(float off) {
    return Math.max(-OFF_MAX, Math.min(OFF_MAX, off));
  }

  /** Variances, and by how much means are to move. */
  private void locate(int hosts, float[] variance, float[] factor, float steady) {
    float[] firsts = young;
    float[] rests = rest;
    float[] moves = size;
    float[] squares = limit;
    for (int i = 0; i < hosts; i++) {
      float step = Math.max(steady, firsts[i]);
      variance[i] = variance[i] + step * (squares[i] - (factor[i] + rests[i]) * variance[i]);
      moves[i] = step * moves[i];
    }
  }

  private void move(int hosts, double[] mean) {
    float[] moves = size;
    for (int i = 0; i < hosts; i++) {
      mean[i] = mean[i] + moves[i];
    }
  }

  private void level(int hosts, float[] d, float[] s, float[] level, float[] factor, float steady) {
    float[] firsts = young;
    float[] errors = error;
    float[] limits = limit;
    for (int i = 0; i < hosts; i++) {
      float clip = LEVEL_CLIP * s[i];
      float clipped = Math.max(-clip, Math.min(clip, d[i]));
      limits[i] = clip;
      errors[i] = clipped;
      level[i] = level[i] + factor[i] * Math.max(steady, firsts[i]) * clipped;
    }
  }

  private void tilt(int hosts, float[] c, float[] slope) {
    float[] errors = error;
    float[] limits = limit;
    float[] steps = slopeStep;
    for (int i = 0; i < hosts; i++) {
      float clip = limits[i];
      float product = Math.max(-clip, Math.min(clip, errors[i] * c[i]));
      slope[i] = slope[i] + steps[i] * product / (1 + c[i] * c[i]);
    }
  }

  private void right(int hosts, float[] slope) {
    float[] steps = slopeStep;
    for (int i = 0; i < hosts; i++) {
      float righted = slope[i] + RIGHTING * steps[i] * (1 - slope[i]);
      slope[i] = Math.max(SLOPE_MIN, Math.min(SLOPE_MAX, righted));
    }
  }

  private void habit(int hosts, float[] low, float[] high, float[] kept, float later) {
    float sooner = 1 - later;
    float[] errors = error;
    float[] steps = dayStep;
    for (int i = 0; i < hosts; i++) {
      float step = steps[i] * errors[i];
      // adding 0 makes 0 of the -0 that a negative figure leaves
      low[i] = (low[i] + sooner * step) * kept[i] + 0.0f;
      high[i] = (high[i] + later * step) * kept[i] + 0.0f;
    }
  }

  private void measure(int hosts, float[] d, float[] s, float[] low, float[] high, float later) {
    float sooner = 1 - later;
    float[] sizes = size;
    float[] days = ofDay;
    for (int i = 0; i < hosts; i++) {
      float clip = SPREAD_CLIP * s[i];
      sizes[i] = Math.min(Math.abs(d[i]) * SD_PER_MAD, clip);
      days[i] = sooner * low[i] + later * high[i];
    }
  }

  private void spread(int hosts, float[] spread, float[] factor, float steady) {
    float[] firsts = young;
    float[] sizes = size;
    float[] days = ofDay;
    for (int i = 0; i < hosts; i++) {
      float step = factor[i] * Math.max(steady, firsts[i]);
      spread[i] = spread[i] + step * (sizes[i] / days[i] - spread[i]);
    }
  }

  /** From sizes to steps of the spread of the day. */
  private void vary(int hosts, float[] spread) {
    float[] sizes = size;
    float[] days = ofDay;
    float[] steps = dayStep;
    for (int i = 0; i < hosts; i++) {
      float ratio = Math.min(SPREAD_CLIP, sizes[i] / Math.max(spread[i], Float.MIN_NORMAL));
      sizes[i] = steps[i] * (ratio - days[i]);
    }
  }

  private void move(int hosts, float[] low, float[] high, float later) {
    float sooner = 1 - later;
    float[] steps = size;
    for (int i = 0; i < hosts; i++) {
      low[i] = low[i] + sooner * steps[i];
      high[i] = high[i] + later * steps[i];
    }
  }

  private static void count(int hosts, float[] seen, float[] factor) {
    for (int i = 0; i < hosts; i++) {
      seen[i] = seen[i] + factor[i];
    }
  }
}
