package io.peerwatch.streams.score;

import io.peerwatch.streams.score.AlarmScore.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How sure a recall is: hosts are drawn again with replacement, incidents come with their host,
 * because those of one host resemble each other (the cluster bootstrap; Davison and Hinkley,
 * <i>Bootstrap Methods and their Application</i>, 1997). The seed is fixed: the same outcomes give
 * the same interval.
 *
 * @param low 2.5 % quantile of the recall, 0..1; NaN without incidents
 * @param high 97.5 % quantile
 */
public record HostBootstrap(double low, double high) {
  public static final long SEED = 20_261_122L;
  static final int DRAWS = 2_000;

  public static HostBootstrap of(List<Outcome> outcomes) {
    if (outcomes.isEmpty()) {
      return new HostBootstrap(Double.NaN, Double.NaN);
    }
    Map<String, List<Outcome>> byHost =
        outcomes.stream()
            .collect(
                Collectors.groupingBy(
                    o -> o.incident().group() + "|" + o.incident().host(),
                    TreeMap::new,
                    Collectors.toList()));
    List<List<Outcome>> hosts = List.copyOf(byHost.values());
    var random = new SplittableRandom(SEED);
    double[] recalls = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      recalls[draw] = recallOfDraw(hosts, random);
    }
    Arrays.sort(recalls);
    return new HostBootstrap(
        recalls[(int) (0.025 * (DRAWS - 1))], recalls[(int) Math.ceil(0.975 * (DRAWS - 1))]);
  }

  private static double recallOfDraw(List<List<Outcome>> hosts, SplittableRandom random) {
    long found = 0;
    long all = 0;
    for (int i = 0; i < hosts.size(); i++) {
      List<Outcome> drawn = hosts.get(random.nextInt(hosts.size()));
      found += drawn.stream().filter(Outcome::found).count();
      all += drawn.size();
    }
    return (double) found / all;
  }
}
