package io.peerwatch.detection.window;

import io.peerwatch.detection.state.StateVersionException;
import io.peerwatch.detection.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One closed window of one group: what every known host reported in {@code [start, end)}.
 *
 * <p>A sample stamped exactly {@code end} belongs to the next window; a window that took it too
 * would count it twice.
 *
 * @param start event time in epoch milliseconds, inclusive
 * @param end exclusive
 * @param metrics names of all metrics that any host reported, sorted
 * @param hosts every known host, sorted by name; also those that reported nothing
 * @param lateSamples samples that came after their window was judged, since the window before
 * @param silence whether ticks closed it because nobody reported any more; then every host may be
 *     missing
 */
public record GroupWindow(
    String group,
    long start,
    long end,
    List<String> metrics,
    List<HostWindow> hosts,
    long lateSamples,
    boolean silence) {
  private static final int VERSION = 1;

  /** The same with hosts sorted by name, whatever order they came in. */
  public GroupWindow byHost() {
    for (int i = 1; i < hosts.size(); i++) {
      if (hosts.get(i - 1).host().compareTo(hosts.get(i).host()) > 0) {
        List<HostWindow> sorted = new ArrayList<>(hosts);
        sorted.sort(Comparator.comparing(HostWindow::host));
        return new GroupWindow(group, start, end, metrics, sorted, lateSamples, silence);
      }
    }
    return this;
  }

  /** The same of other hosts, by name. */
  GroupWindow withHosts(List<HostWindow> others) {
    return new GroupWindow(group, start, end, metrics, others, lateSamples, silence);
  }

  /**
   * The same where each host that reported, but not this metric, has this value of it.
   *
   * @param valueOf by host; NaN for none
   */
  public GroupWindow withMissing(String metric, ToDoubleFunction<String> valueOf) {
    int at = Collections.binarySearch(metrics, metric);
    if (hosts.stream().noneMatch(host -> host.lacks(at) && isKnown(valueOf, host))) {
      return this;
    }
    List<String> names = metrics;
    if (at < 0) {
      names = new ArrayList<>(metrics);
      names.add(-at - 1, metric);
    }
    int column = at < 0 ? -at - 1 : at;
    boolean isNew = at < 0;
    List<HostWindow> told =
        hosts.stream()
            .map(host -> host.withMissing(column, isNew, valueOf.applyAsDouble(host.host())))
            .toList();
    return new GroupWindow(group, start, end, names, told, lateSamples, silence);
  }

  private static boolean isKnown(ToDoubleFunction<String> valueOf, HostWindow host) {
    return !Double.isNaN(valueOf.applyAsDouble(host.host()));
  }

  /** Hosts with at least one sample in this window. */
  public int reported() {
    int reported = 0;
    for (HostWindow host : hosts) {
      if (host.samples() > 0) {
        reported++;
      }
    }
    return reported;
  }

  /** Writes all but the group's name, a version byte first. */
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    out.writeLong(start);
    Varints.write(end - start, out);
    Varints.write(lateSamples, out);
    out.writeBoolean(silence);
    Varints.write(metrics.size(), out);
    for (String metric : metrics) {
      out.writeUTF(metric);
    }
    Varints.write(hosts.size(), out);
    String before = "";
    for (HostWindow host : hosts) {
      host.write(out, before);
      before = host.host();
    }
  }

  /** Reads what was written of the group's window. */
  public static GroupWindow read(String group, DataInput in) throws IOException {
    StateVersionException.requireKnown("a window", in.readByte(), VERSION);
    long start = in.readLong();
    long end = start + Varints.read(in);
    long lateSamples = Varints.read(in);
    boolean silence = in.readBoolean();
    String[] metrics = new String[Varints.readInt(in)];
    for (int m = 0; m < metrics.length; m++) {
      metrics[m] = in.readUTF();
    }
    HostWindow[] hosts = new HostWindow[Varints.readInt(in)];
    String before = "";
    for (int h = 0; h < hosts.length; h++) {
      hosts[h] = HostWindow.read(in, before, metrics.length);
      before = hosts[h].host();
    }
    return new GroupWindow(
        group, start, end, List.of(metrics), List.of(hosts), lateSamples, silence);
  }
}
