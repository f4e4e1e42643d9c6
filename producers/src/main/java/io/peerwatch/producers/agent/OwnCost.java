package io.peerwatch.producers.agent;

import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/** What this process costs its machine, from one moment to another. */
final class OwnCost {
  private static final double BYTES_PER_MB = 1e6;

  private final OperatingSystem system = OshiMachine.here().getOperatingSystem();
  private final long startNanos = System.nanoTime();
  private final long cpuMillisBefore = cpuMillis(system.getCurrentProcess());

  /** In words: the share of one processor and the memory, since this was made. */
  String line() {
    OSProcess now = system.getCurrentProcess();
    double seconds = (System.nanoTime() - startNanos) / 1e9;
    double cpuSeconds = (cpuMillis(now) - cpuMillisBefore) / 1e3;
    return "used %.2f %% of a core and %.0f MB over %.0f s"
        .formatted(100 * cpuSeconds / seconds, now.getResidentMemory() / BYTES_PER_MB, seconds);
  }

  private static long cpuMillis(OSProcess process) {
    return process.getKernelTime() + process.getUserTime();
  }
}
