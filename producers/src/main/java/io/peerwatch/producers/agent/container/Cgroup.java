package io.peerwatch.producers.agent.container;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A control group: what its processes may use together, and what they do use. */
interface Cgroup {
  /** Processors' worth of time that it may use, above 0; empty: as many as there are. */
  OptionalDouble cpuLimit();

  /** Processors that it may run on; empty: all. */
  OptionalLong cpuSet();

  /** Nanoseconds of processor time used so far; empty when it isn't told. */
  OptionalLong cpuNanos();

  /** Bytes that it may use; empty: no limit. */
  OptionalLong memoryLimit();

  /** Bytes used, without files that the kernel would drop from memory; empty when it isn't told. */
  OptionalLong memoryUsed();

  /** Processes and threads in it; empty when it isn't told. */
  OptionalLong tasks();
}
