package io.peerwatch.producers.simulate.workload;

/** What jobs take of a host at one instant; the sums of those that run. */
public final class JobLoad {
  public double cpuShare;
  public double readBytes;
  public double writeBytes;
  public double memoryShare;
  public int running;

  void clear() {
    cpuShare = 0;
    readBytes = 0;
    writeBytes = 0;
    memoryShare = 0;
    running = 0;
  }
}
