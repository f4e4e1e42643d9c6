package io.peerwatch.detection.baseline;

/**
 * {@link HostBaseline#learn} for all hosts of a metric at once, to the last bit the same. It is
 * laid out in short loops without branches, which the compiler turns into vector instructions: a
 * host that must not learn here has a factor of 0.
 */
public final class ColumnLearning {

  private double[] young = new double[0];
  private double[] slopeStep = new double[0];
  private double[] dayStep = new double[0];
  private double[] error = new double[0];
  private double[] limit = new double[0];
  private double[] size = new double[0];
  private double[] ofDay = new double[0];

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
      double[] factor,
      double[] kept,
      TimeOfDay day,
      LearningSteps steps) {
    int hosts = known.hosts;
    grow(hosts);
    double prior = HostBaseline.DAY_PRIOR * steps.windowsPerDay();
    int low = m * TimeOfDay.BINS + day.low();
    int high = m * TimeOfDay.BINS + day.high();
    double later = day.weight();
    step(hosts, known.seen[m], factor, prior, steps);
    locate(hosts, now, known.mean[m], known.variance[m], factor, steps.location());
    level(hosts, now.d, now.s, known.level[m], factor, steps.level());
    tilt(hosts, now.c, known.slope[m]);
    right(hosts, known.slope[m]);
    habit(hosts, known.dayBias[low], known.dayBias[high], kept, later);
    measure(hosts, now.d, now.s, known.daySpread[low], known.daySpread[high], later);
    spread(hosts, known.spread[m], factor, steps.spread());
    vary(hosts, known.spread[m]);
    move(hosts, known.daySpread[low], known.daySpread[high], later);
    count(hosts, known.seen[m], factor);
  }

  private void grow(int hosts) {
    if (young.length < hosts) {
      young = new double[hosts];
      slopeStep = new double[hosts];
      dayStep = new double[hosts];
      error = new double[hosts];
      limit = new double[hosts];
      size = new double[hosts];
      ofDay = new double[hosts];
    }
  }

  private void step(int hosts, double[] seen, double[] factor, double prior, LearningSteps steps) {
    double location = steps.location();
    double steady = steps.day();
    double slopePrior = prior / 8;
    double dayPrior = prior / 4;
    double[] firsts = young;
    double[] slopes = slopeStep;
    double[] days = dayStep;
    for (int i = 0; i < hosts; i++) {
      double n = seen[i];
      firsts[i] = 2 / (n + 2);
      slopes[i] = factor[i] * Math.max(location, 1 / (n + slopePrior));
      days[i] = factor[i] * Math.max(steady, 1 / (n / TimeOfDay.BINS + dayPrior));
    }
  }

  private void locate(
      int hosts,
      MetricColumn now,
      double[] mean,
      double[] variance,
      double[] factor,
      double steady) {
    double[] y = now.y;
    double[] scale = now.scale;
    double[] firsts = young;
    for (int i = 0; i < hosts; i++) {
      double clip = HostBaseline.OWN_CLIP * scale[i];
      double off = Math.max(-clip, Math.min(clip, y[i] - mean[i]));
      double step = factor[i] * Math.max(steady, firsts[i]);
      variance[i] = variance[i] + step * (off * off - variance[i]);
      mean[i] = mean[i] + step * off;
    }
  }

  private void level(
      int hosts, double[] d, double[] s, double[] level, double[] factor, double steady) {
    double[] firsts = young;
    double[] errors = error;
    double[] limits = limit;
    for (int i = 0; i < hosts; i++) {
      double clip = HostBaseline.LEVEL_CLIP * s[i];
      double clipped = Math.max(-clip, Math.min(clip, d[i]));
      limits[i] = clip;
      errors[i] = clipped;
      level[i] = level[i] + factor[i] * Math.max(steady, firsts[i]) * clipped;
    }
  }

  private void tilt(int hosts, double[] c, double[] slope) {
    double[] errors = error;
    double[] limits = limit;
    double[] steps = slopeStep;
    for (int i = 0; i < hosts; i++) {
      double clip = limits[i];
      double product = Math.max(-clip, Math.min(clip, errors[i] * c[i]));
      slope[i] = slope[i] + steps[i] * product / (1 + c[i] * c[i]);
    }
  }

  private void right(int hosts, double[] slope) {
    double[] steps = slopeStep;
    for (int i = 0; i < hosts; i++) {
      double righted = slope[i] + 0.05 * steps[i] * (1 - slope[i]);
      slope[i] = Math.max(HostBaseline.SLOPE_MIN, Math.min(HostBaseline.SLOPE_MAX, righted));
    }
  }

  private void habit(int hosts, double[] low, double[] high, double[] kept, double later) {
    double sooner = 1 - later;
    double[] errors = error;
    double[] steps = dayStep;
    for (int i = 0; i < hosts; i++) {
      double step = steps[i] * errors[i];
      // adding 0 makes 0 of the -0 that a negative figure leaves
      low[i] = (low[i] + sooner * step) * kept[i] + 0.0;
      high[i] = (high[i] + later * step) * kept[i] + 0.0;
    }
  }

  private void measure(
      int hosts, double[] d, double[] s, double[] low, double[] high, double later) {
    double sooner = 1 - later;
    double[] sizes = size;
    double[] days = ofDay;
    for (int i = 0; i < hosts; i++) {
      double clip = HostBaseline.SPREAD_CLIP * s[i];
      sizes[i] = Math.min(Math.abs(d[i]) * HostBaseline.SD_PER_MAD, clip);
      days[i] = sooner * low[i] + later * high[i];
    }
  }

  private void spread(int hosts, double[] spread, double[] factor, double steady) {
    double[] firsts = young;
    double[] sizes = size;
    double[] days = ofDay;
    for (int i = 0; i < hosts; i++) {
      double step = factor[i] * Math.max(steady, firsts[i]);
      spread[i] = spread[i] + step * (sizes[i] / days[i] - spread[i]);
    }
  }

  /** From sizes to steps of the spread of the day. */
  private void vary(int hosts, double[] spread) {
    double[] sizes = size;
    double[] days = ofDay;
    double[] steps = dayStep;
    for (int i = 0; i < hosts; i++) {
      double ratio =
          Math.min(HostBaseline.SPREAD_CLIP, sizes[i] / Math.max(spread[i], Double.MIN_NORMAL));
      sizes[i] = steps[i] * (ratio - days[i]);
    }
  }

  private void move(int hosts, double[] low, double[] high, double later) {
    double sooner = 1 - later;
    double[] steps = size;
    for (int i = 0; i < hosts; i++) {
      low[i] = low[i] + sooner * steps[i];
      high[i] = high[i] + later * steps[i];
    }
  }

  private static void count(int hosts, double[] seen, double[] factor) {
    for (int i = 0; i < hosts; i++) {
      seen[i] = seen[i] + factor[i];
    }
  }
}
