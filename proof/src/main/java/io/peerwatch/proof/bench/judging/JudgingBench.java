package io.peerwatch.proof.bench.judging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link JudgingBenchmark} for each size of group, every part in a JVM of its own. */
public final class JudgingBench {
  private static final String HEAP = "-Xmx2g";
  private static final int WARM_UPS = 8;
  private static final String ALLOCATED = "gc.alloc.rate.norm";
  private static final double SECOND_NANOS = 1e9;

  /** Hears of each size once it is measured. */
  public interface Listener {
    void measured(JudgingFigures figures);
  }

  private final JudgingBenchSettings settings;

  public JudgingBench(JudgingBenchSettings settings) {
    this.settings = settings;
  }

  /**
   * @throws RunnerException when a part fails; its message says which
   */
  public List<JudgingFigures> run(Listener listener) throws RunnerException {
    List<JudgingFigures> all = new ArrayList<>();
    for (int metrics : settings.metrics()) {
      for (int hosts : settings.hosts()) {
        JudgingFigures figures = measure(hosts, metrics);
        listener.measured(figures);
        all.add(figures);
      }
    }
    return all;
  }

  private JudgingFigures measure(int hosts, int metrics) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(JudgingBenchmark.class.getName() + "\\..*")
            .param("hosts", Integer.toString(hosts))
            .param("metrics", Integer.toString(metrics))
            .param("before", Integer.toString(settings.before()))
            .forks(settings.forks())
            .jvmArgs(HEAP)
            .warmupIterations(settings.iterations() > 1 ? WARM_UPS : 0)
            .warmupTime(TimeValue.milliseconds(settings.iterationMillis()))
            .measurementIterations(settings.iterations())
            .measurementTime(TimeValue.milliseconds(settings.iterationMillis()))
            .addProfiler(GCProfiler.class)
            .addProfiler(CpuProfiler.class)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    Collection<RunResult> results = new Runner(options.build()).run();
    double values = (double) hosts * metrics;
    Result<?> judged = nanos(results, "judge");
    return new JudgingFigures(
        hosts,
        metrics,
        perSecond(values, judged),
        perSecond(values, judged) * relativeError(judged),
        perSecond(values, nanos(results, "judgeAndRead")),
        perSecond(values, nanos(results, "medianSelection")),
        told(results, "judge", ALLOCATED).getScore() / values,
        told(results, "judgeAndRead", ALLOCATED).getScore() / values);
  }

  private static double perSecond(double values, Result<?> nanos) {
    return values * SECOND_NANOS / nanos.getScore();
  }

  private static double relativeError(Result<?> result) {
    double error = result.getScoreError();
    return Double.isNaN(error) ? 0 : error / result.getScore();
  }

  private static Result<?> nanos(Collection<RunResult> results, String part) {
    return told(results, part, CpuProfiler.NANOS);
  }

  /** What a profiler told of a part of the benchmark. */
  private static Result<?> told(Collection<RunResult> results, String part, String figure) {
    return of(results, part).getSecondaryResults().entrySet().stream()
        .filter(result -> result.getKey().endsWith(figure))
        .map(result -> (Result<?>) result.getValue())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("JMH told no " + figure + " of " + part));
  }

  private static RunResult of(Collection<RunResult> results, String part) {
    String name = JudgingBenchmark.class.getName() + "." + part;
    return results.stream()
        .filter(result -> result.getParams().getBenchmark().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("JMH told nothing of " + part));
  }
}
