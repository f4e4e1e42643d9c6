package io.peerwatch.proof.bench.judging;

import io.peerwatch.detection.peers.Selection;
import io.peerwatch.detection.verdict.DetectionSettings;
import io.peerwatch.detection.verdict.GroupJudge;
import io.peerwatch.detection.verdict.GroupJudgement;
import io.peerwatch.detection.verdict.MetricReadings;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** One operation is one window of one group; {@link JudgingBench} divides by its values. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class JudgingBenchmark {
  private static final long SEED = 20_261_122;

  /** Values whose medians are selected in turn: too many for the processor to learn their order. */
  private static final int SELECTED_VALUES = 1_000_000;

  /** A judge that knows its group: all that is learned fast is learned, thresholds are set. */
  @State(Scope.Thread)
  public static class KnownGroup {
    private static final int WINDOWS_MIN = 600;
    private static final int WINDOWS_MAX = 20_000;
    private static final long VALUES = 100_000_000;

    @Param("30")
    public int hosts;

    @Param("20")
    public int metrics;

    /** Windows judged before; 0 for as many as it takes. */
    @Param("0")
    public int before;

    private MadeUpWindows windows;
    private GroupJudge judge;

    @Setup
    public void judgeHistory() {
      windows = new MadeUpWindows(SEED, hosts, metrics);
      judge = new GroupJudge(DetectionSettings.of(MadeUpWindows.WINDOW_MILLIS));
      long affordable = VALUES / ((long) hosts * metrics);
      long history = Math.max(WINDOWS_MIN, Math.min(WINDOWS_MAX, affordable));
      for (long left = before > 0 ? before : history; left > 0; left--) {
        judge.judge(windows.next());
      }
    }
  }

  /** The values of a group's windows, laid out for nothing but a selection. */
  @State(Scope.Thread)
  public static class Columns {
    @Param("30")
    public int hosts;

    @Param("20")
    public int metrics;

    private double[][][] columns;
    private double[] scratch;
    private int next;

    @Setup
    public void layOut() {
      int windows = 1 + SELECTED_VALUES / (hosts * metrics);
      columns = new MadeUpWindows(SEED, hosts, metrics).columns(windows);
      scratch = new double[hosts];
    }
  }

  @Benchmark
  public GroupJudgement judge(KnownGroup group) {
    return group.judge.judge(group.windows.next());
  }

  /** The same, and everything that dashboards are told of it. */
  @Benchmark
  public void judgeAndRead(KnownGroup group, Blackhole told) {
    for (MetricReadings readings : group.judge.judge(group.windows.next()).readings()) {
      told.consume(readings);
    }
  }

  @Benchmark
  public double medianSelection(Columns group) {
    double sum = 0;
    for (double[] column : group.columns[group.next]) {
      System.arraycopy(column, 0, group.scratch, 0, column.length);
      sum += Selection.select(group.scratch, column.length, (column.length - 1) / 2);
    }
    group.next = (group.next + 1) % group.columns.length;
    return sum;
  }
}
