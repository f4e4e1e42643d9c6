package io.peerwatch.producers.simulate.machine;

import io.peerwatch.producers.simulate.noise.Bursts;
import io.peerwatch.producers.simulate.noise.CorrelatedNoise;
import io.peerwatch.producers.simulate.noise.RandomStream;

/**
 * What passes on one host: noise correlated in time, some of it slow. Noise in the share of the
 * work reaches every metric that work drives; the others touch one resource each. What is drawn
 * doesn't depend on what befalls the host, so that a fault changes only what it touches.
 */
public final class HostNoise {
  private static final double SPELLS_PER_DAY = 4;
  private static final double DROPS_PER_DAY = 2;
  private static final double DROPS_PER_SECOND = 0.4;

  private final RandomStream random;
  private final CorrelatedNoise drifts;
  private final CorrelatedNoise shares;
  private final CorrelatedNoise costs;
  private final CorrelatedNoise memories;
  private final CorrelatedNoise disks;
  private final CorrelatedNoise networks;
  private final CorrelatedNoise crowds;
  private final CorrelatedNoise answers;
  private final Bursts spells;
  private final Bursts drops;

  /** Factor on the host's share of the work, around 1. */
  double share;

  /** Factor on what work costs, around 1. */
  double cost;

  /** Memory in use beyond the usual, as a share of all, around 0. */
  double memory;

  /** Factor on what the disk moves, around 1. */
  double disk;

  /** Factor on what the network moves, around 1. */
  double network;

  /** Factor on how long requests take, around 1: they are of different kinds. */
  double answer;

  /** Factor on the number of processes, around 1. */
  double processes;

  /** Cores that the system's own work takes now and then, as a share of all; mostly 0. */
  double systemWork;

  /** Packets dropped a second; mostly 0. */
  double dropped;

  /** Normal numbers with spread 1 for what counting a finite number leaves to chance. */
  double countChance;

  double workChance;
  double tasksChance;
  double secondsChance;

  /**
   * @param spread spread of the noise in the work, as a ratio; the others follow from it
   * @param drift spread of the slow changes of the host's share, as a ratio
   */
  public HostNoise(RandomStream random, double spread, double drift, double stepSeconds) {
    this.random = random;
    drifts = new CorrelatedNoise(random, drift, 21_600, stepSeconds);
    shares = new CorrelatedNoise(random, spread, 180, stepSeconds);
    costs = new CorrelatedNoise(random, spread / 2, 120, stepSeconds);
    memories = new CorrelatedNoise(random, 0.2 * spread, 7_200, stepSeconds);
    disks = new CorrelatedNoise(random, 2 * spread, 60, stepSeconds);
    networks = new CorrelatedNoise(random, spread / 2, 90, stepSeconds);
    crowds = new CorrelatedNoise(random, spread / 4, 600, stepSeconds);
    answers = new CorrelatedNoise(random, spread, 240, stepSeconds);
    spells = new Bursts(SPELLS_PER_DAY, spread, 60, stepSeconds);
    drops = new Bursts(DROPS_PER_DAY, DROPS_PER_SECOND, 60, stepSeconds);
  }

  /** Draws the next instant's. */
  public void step() {
    share = StrictMath.exp(drifts.next(random) + shares.next(random));
    cost = StrictMath.exp(costs.next(random));
    memory = memories.next(random);
    disk = StrictMath.exp(disks.next(random));
    network = StrictMath.exp(networks.next(random));
    answer = StrictMath.exp(answers.next(random));
    processes = 1 + crowds.next(random);
    systemWork = spells.next(random);
    dropped = drops.next(random);
    countChance = random.gaussian();
    workChance = random.gaussian();
    tasksChance = random.gaussian();
    secondsChance = random.gaussian();
  }

  /** Factor on the host's share of the work, around 1. */
  public double share() {
    return share;
  }
}
