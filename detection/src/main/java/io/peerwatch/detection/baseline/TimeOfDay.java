package io.peerwatch.detection.baseline;

/**
 * Where in the (UTC) day a window begins, between the middles of two of {@value #BINS} bins.
 *
 * @param low the bin whose middle lies before, 0..7
 * @param high the bin whose middle lies after
 * @param weight how near it is to the later one, 0..1
 */
public record TimeOfDay(int low, int high, double weight) {

  public static final int BINS = 8;
  private static final long DAY_MILLIS = 86_400_000L;

  public static TimeOfDay at(long epochMillis) {
    double day = Math.floorMod(epochMillis, DAY_MILLIS) / (double) DAY_MILLIS;
    double position = day * BINS - 0.5 + BINS;
    int low = (int) position;
    return new TimeOfDay(low % BINS, (low + 1) % BINS, position - low);
  }

  /** Interpolates between the bins of one metric. */
  public double of(double[] bins, int metric) {
    int first = metric * BINS;
    return (1 - weight) * bins[first + low] + weight * bins[first + high];
  }

  /** Interpolates between the bins of one metric and host, of columns over hosts. */
  float of(FloatColumns bins, int metric, int host) {
    float later = (float) weight;
    float sooner = 1 - later;
    int first = metric * BINS;
    return sooner * bins.of(first + low)[host] + later * bins.of(first + high)[host];
  }

  /** Moves both bins of one metric by a step, each by its nearness. */
  public void add(double[] bins, int metric, double step) {
    int first = metric * BINS;
    bins[first + low] += (1 - weight) * step;
    bins[first + high] += weight * step;
  }

  /** Moves both bins of one metric and host by a step, each by its nearness. */
  void add(FloatColumns bins, int metric, int host, float step) {
    float later = (float) weight;
    float sooner = 1 - later;
    int first = metric * BINS;
    bins.of(first + low)[host] += sooner * step;
    bins.of(first + high)[host] += later * step;
  }

  /** Sets both bins of one metric and host to 0. */
  void clear(FloatColumns bins, int metric, int host) {
    int first = metric * BINS;
    bins.of(first + low)[host] = 0;
    bins.of(first + high)[host] = 0;
  }
}
