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
  private static final int WARM_UPS = 3;

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
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    Collection<RunResult> results = new Runner(options.build()).run();
    double values = (double) hosts * metrics;
    return new JudgingFigures(
        hosts,
        metrics,
        values * primary(results, "judge").getScore(),
        values * error(primary(results, "judge")),
        values * primary(results, "judgeAndRead").getScore(),
        values * primary(results, "medianSelection").getScore(),
        allocated(results, "judge") / values,
        allocated(results, "judgeAndRead") / values);
  }

  private static Result<?> primary(Collection<RunResult> results, String part) {
    return of(results, part).getPrimaryResult();
  }

  private static double error(Result<?> result) {
    double error = result.getScoreError();
    return Double.isNaN(error) ? 0 : error;
  }

  private static double allocated(Collection<RunResult> results, String part) {
    return of(results, part).getSecondaryResults().entrySet().stream()
        .filter(result -> result.getKey().endsWith("gc.alloc.rate.norm"))
        .mapToDouble(result -> result.getValue().getScore())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("JMH told no allocation of " + part));
  }

  private static RunResult of(Collection<RunResult> results, String part) {
    String name = JudgingBenchmark.class.getName() + "." + part;
    return results.stream()
        .filter(result -> result.getParams().getBenchmark().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("JMH told nothing of " + part));
  }
}
