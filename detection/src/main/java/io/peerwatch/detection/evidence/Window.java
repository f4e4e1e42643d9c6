package io.peerwatch.detection.evidence;

/**
 * One metric of one window as evidence is gathered from it: columns over the places of hosts, of
 * which those from {@link #from} up to {@link #to} are looked at. Blocks of hosts are so small that
 * what is summed over metrics stays in the nearest caches.
 */
public final class Window {

  /** Hosts that are looked at at a time. */
  public static final int BLOCK = 512;

  /** Which metric this is. */
  public int metric;

  public int from;
  public int to;

  /** Whitened deviations; 0 where there is none. */
  public float[] w;

  /** 1 where there is a deviation, else 0. */
  public float[] told = new float[0];

  /** 1 where the host did not report at all, else 0. */
  public float[] absent = new float[0];

  /** 0 where the metric hardly ever changes, else 1. */
  public float[] wanders = new float[0];

  /** Makes room for so many hosts. */
  public void grow(int hosts) {
    if (wanders.length < hosts) { // the others are exchanged for columns of any length
      told = new float[hosts];
      absent = new float[hosts];
      wanders = new float[hosts];
    }
  }
}
