package io.peerwatch.proof.evaluate.recorded;

import io.peerwatch.detection.window.GroupGathering;
import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.Sample;
import io.peerwatch.detection.window.Tick;
import io.peerwatch.detection.window.TickCount;
import io.peerwatch.detection.window.WindowSettings;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.csv.BadLine;
import io.peerwatch.schemas.csv.RecordedSamples;
import io.peerwatch.schemas.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Gathers recorded samples into windows just as the topology does; the files' end closes all. */
public final class RecordedWindows {
  private final WindowSettings settings;
  private final Map<String, GroupGathering> gatherings = new TreeMap<>();
  private final Map<String, List<GroupWindow>> windows = new TreeMap<>();
  private long samples;

  public RecordedWindows(WindowSettings settings) {
    this.settings = settings;
  }

  /**
   * The windows of every group, in order.
   *
   * @param files read as one, in this order
   * @param badLinesMax malformed lines that are skipped before it fails
   * @throws IOException when a file cannot be read, with a message of one line
   */
  public Map<String, List<GroupWindow>> read(
      List<Path> files, int badLinesMax, Consumer<BadLine> onBadLine, Progress progress)
      throws IOException {
    var recorded = new RecordedSamples(files, badLinesMax, onBadLine);
    recorded.forEach(
        sample -> {
          offer(sample);
          progress.report("samples", ++samples, -1);
        });
    end();
    return windows;
  }

  private void offer(HostSample from) {
    String group = from.getGroup();
    var gathering = gatherings.computeIfAbsent(group, g -> new GroupGathering(g, settings));
    long time = from.getTimestamp().toEpochMilli();
    gathering.offer(new Sample(group, from.getHost(), time, from.getMetrics()), 0);
    for (GroupWindow due = gathering.closeDue(); due != null; due = gathering.closeDue()) {
      keep(due);
    }
  }

  /** As much time passes, in ticks, as closes what is still open; no silence is made of it. */
  private void end() {
    long patience = settings.windowMillis() + settings.graceMillis();
    for (GroupGathering gathering : gatherings.values()) {
      var ticks = new TickCount(patience);
      ticks.count(new Tick(0));
      ticks.count(new Tick(patience));
      ticks.count(new Tick(patience + ticks.stepMillis()));
      GroupWindow due = gathering.closeSilent(ticks);
      for (; due != null && !due.silence(); due = gathering.closeSilent(ticks)) {
        keep(due);
      }
    }
  }

  private void keep(GroupWindow window) {
    windows.computeIfAbsent(window.group(), any -> new ArrayList<>()).add(window);
  }
}
