package io.peerwatch.detection.capacity.advice;

import static io.peerwatch.detection.capacity.CapacityAction.ADD_HOSTS;
import static io.peerwatch.detection.capacity.CapacityAction.ADD_MEMORY_OR_REPLICA;
import static io.peerwatch.detection.capacity.CapacityAction.NONE;
import static io.peerwatch.detection.capacity.CapacityAction.PARTITION_WRITES;
import static io.peerwatch.detection.capacity.CapacityAction.RAISE_UTILISATION;
import static io.peerwatch.detection.capacity.CapacityAction.REBALANCE;
import static io.peerwatch.detection.capacity.CapacityAction.REMOVE_HOSTS;

import io.peerwatch.detection.capacity.Advice;
import io.peerwatch.detection.capacity.CapacityAction;
import io.peerwatch.detection.capacity.CapacityResource;
import io.peerwatch.detection.capacity.Tier;

/**
 * What one window's figures call for, by tier and workload. The same number means something else by
 * tier: hosts without state are added; a database's reads scale with memory and copies, its writes
 * with neither; where throughput counts, idle capacity is waste.
 *
 * <p>Each rule has two edges: beyond the first its advice begins, within the second it ends, so
 * that a figure that wavers at one edge does not make the advice waver. {@link AdviceMemory} adds
 * how long a wish must last.
 */
final class Advisor {
  private static final double OVER = 1; // needs more than there is
  private static final double OVER_STILL = 0.95;
  private static final double IDLE = 0.6; // of what is there is needed at the peak
  private static final double IDLE_STILL = 0.7;
  private static final double UNEVEN = 0.3; // standard deviation over mean
  private static final double UNEVEN_STILL = 0.25;
  private static final double MOSTLY_WRITES = 0.5;
  private static final int SPARE_FOR_LOSS = 1; // that one host may fail at the peak
  private static final int HOSTS_MIN = 2;

  private final Situation situation;
  private final CapacityAction current;
  private final Sentences sentences;

  /**
   * An adviser for one window.
   *
   * @param current the advice that holds; null when there is none
   */
  Advisor(Situation situation, CapacityAction current) {
    this.situation = situation;
    this.current = current;
    this.sentences = new Sentences(situation);
  }

  Advice wish() {
    Pressure tightest = situation.tightest();
    boolean relieving =
        current == ADD_HOSTS || current == ADD_MEMORY_OR_REPLICA || current == PARTITION_WRITES;
    if (tightest.atPeak() > (relieving ? OVER_STILL : OVER)) {
      return relief(tightest);
    }
    if (favoured()) {
      return new Advice(REBALANCE, null, sentences.uneven(situation.compute()));
    }
    Advice idle = idle();
    return idle != null ? idle : new Advice(NONE, null, sentences.within(tightest));
  }

  private Advice relief(Pressure tightest) {
    CapacityResource resource = tightest.resource();
    boolean keepsData = situation.settings().tier() == Tier.DATABASE;
    if (keepsData && resource == CapacityResource.DISK && situation.writeShare() > MOSTLY_WRITES) {
      return new Advice(PARTITION_WRITES, null, sentences.writes(tightest));
    }
    if (keepsData || !resource.spreads()) {
      return new Advice(ADD_MEMORY_OR_REPLICA, null, sentences.memory(tightest, keepsData));
    }
    int more = (int) Math.ceil(tightest.atPeak() * situation.hosts() * (1 - 1e-6));
    more = Math.max(1, more - situation.hosts());
    return new Advice(ADD_HOSTS, more, sentences.add(tightest, more));
  }

  /**
   * Some hosts are over the target though the group as a whole is not: spread evenly, the load
   * would fit. A group that is over as a whole was told so before.
   */
  private boolean favoured() {
    Pressure compute = situation.compute();
    boolean still = current == REBALANCE;
    return compute != null
        && situation.unevenness().load() > (still ? UNEVEN_STILL : UNEVEN)
        && compute.p95() > (still ? OVER_STILL : OVER);
  }

  private Advice idle() {
    boolean throughput =
        situation.settings().workload().forThroughput()
            || situation.settings().tier() == Tier.BATCH;
    if (throughput) {
      Pressure tightest = situation.tightest();
      boolean idle = tightest.day() < (current == RAISE_UTILISATION ? IDLE_STILL : IDLE);
      return idle ? new Advice(RAISE_UTILISATION, null, sentences.raise(tightest)) : null;
    }
    Pressure most = situation.weekPeak();
    boolean holdsData =
        situation.settings().tier() == Tier.DATABASE || situation.settings().tier() == Tier.CACHE;
    if (holdsData || most == null) {
      return null;
    }
    return spare(most);
  }

  private Advice spare(Pressure most) {
    int hosts = situation.hosts();
    int kept = (int) Math.ceil(mostSpreading() * hosts * (1 - 1e-6)) + SPARE_FOR_LOSS;
    int fewer = hosts - Math.max(HOSTS_MIN, kept);
    boolean idle = mostSpreading() < (current == REMOVE_HOSTS ? IDLE_STILL : IDLE);
    return idle && fewer > 0
        ? new Advice(REMOVE_HOSTS, fewer, sentences.remove(most, fewer))
        : null;
  }

  /** Memory in use is each host's own: fewer hosts need no more of it. */
  private double mostSpreading() {
    double most = 0;
    for (Pressure pressure : situation.pressures()) {
      if (pressure.resource().spreads() && !Double.isNaN(pressure.week())) {
        most = Math.max(most, pressure.week());
      }
    }
    return most;
  }
}
