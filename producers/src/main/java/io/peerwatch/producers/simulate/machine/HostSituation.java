package io.peerwatch.producers.simulate.machine;

import io.peerwatch.producers.simulate.scenario.HostSize;

/**
 * What besets one host at one instant beyond its work. Faults and events write it, the host obeys
 * it; times are from the scenario's start.
 */
public final class HostSituation {
  /** A moment long before the start: what was restarted then is warm. */
  public static final long LONG_AGO_MILLIS = -365L * 86_400_000;

  /** Share of the host's cores that processes other than its work ask for. */
  public double foreignCoresShare;

  /** Memory lost to a leak since it began, as a share of all; may pass 1. */
  public double leakedShare;

  /** What arrives of the work meant for the host, 0..1. */
  public double arriving;

  /** Share of the disk's time that is lost. */
  public double diskLostShare;

  /** Share of the packets that are lost. */
  public double packetLossShare;

  /** Factor on the time that work takes; 1 or more. */
  public double slowness;

  /** Factor on how long requests wait for other machines; around 1. */
  public double waiting;

  /** Factor on what requests cost, by what is deployed. */
  public double cost;

  /** Memory in use beyond the usual, by what is deployed; as a share of all. */
  public double memoryShare;

  /** Whether the machine is there and runs. */
  public boolean up;

  /** Whether it gets work. */
  public boolean inService;

  /** When its service was last started. */
  public long serviceStartMillis;

  /** When the machine was last booted; {@link #LONG_AGO_MILLIS} if before the start. */
  public long bootMillis;

  /** What the machine has. */
  public HostSize size;

  /** Back to a machine of this size that nothing besets. */
  public void clear(HostSize ownSize) {
    foreignCoresShare = 0;
    leakedShare = 0;
    arriving = 1;
    diskLostShare = 0;
    packetLossShare = 0;
    slowness = 1;
    waiting = 1;
    cost = 1;
    memoryShare = 0;
    up = true;
    inService = true;
    serviceStartMillis = LONG_AGO_MILLIS;
    bootMillis = LONG_AGO_MILLIS;
    size = ownSize;
  }
}
