package io.peerwatch.proof.bench.judging;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * The processor time of an operation, whatever else the machine was doing: that of the JVM's Java
 * threads, of which one is at work. What the compiler takes is left out, since it is not done when
 * iterations of seconds begin, and so is the collector, which has nothing to do.
 */
public final class CpuProfiler implements InternalProfiler {
  static final String NANOS = "cpu.nanos.norm";

  private long before;

  @Override
  public String getDescription() {
    return "processor time of an operation";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    before = nanos();
  }

  @Override
  public Collection<? extends Result<ScalarResult>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double spent = (double) (nanos() - before) / result.getMetadata().getAllOps();
    return List.of(new ScalarResult(NANOS, spent, "ns/op", AggregationPolicy.AVG));
  }

  private static long nanos() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long nanos = 0;
    for (long id : threads.getAllThreadIds()) {
      nanos += Math.max(0, threads.getThreadCpuTime(id)); // -1 for one that has just ended
    }
    return nanos;
  }
}
