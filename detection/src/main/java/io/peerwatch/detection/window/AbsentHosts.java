package io.peerwatch.detection.window;

import io.peerwatch.detection.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;

/**
 * The hosts that are listed for a group and that no sample makes known: never heard, or not for so
 * long that they would be forgotten. They are part of every window, and no window waits for them.
 */
final class AbsentHosts {
  private final TreeMap<String, Absence> absent = new TreeMap<>();

  /**
   * One host's absence.
   *
   * @param since when it was last heard, or began to be missed
   * @param missedWindows in a row
   */
  private record Absence(long since, int missedWindows) {}

  boolean isEmpty() {
    return absent.isEmpty();
  }

  /** Goes on with a host that is listed and would be forgotten. */
  void take(HostGathering forgotten) {
    absent.put(forgotten.host, new Absence(forgotten.latest, forgotten.missedWindows));
  }

  /**
   * The window with all that are listed and that it does not have.
   *
   * @param window its hosts by name
   * @param intervalMillis how long a host of this group usually takes between two samples, after
   *     which it is missed; 0 when not known yet, then nobody is
   */
  GroupWindow joined(GroupWindow window, NavigableSet<String> listed, long intervalMillis) {
    absent.keySet().removeIf(host -> !listed.contains(host));
    if (listed.isEmpty()) {
      return window;
    }
    List<HostWindow> all = new ArrayList<>(Math.max(listed.size(), window.hosts().size()));
    int next = 0;
    for (String host : listed) {
      while (next < window.hosts().size() && window.hosts().get(next).host().compareTo(host) < 0) {
        all.add(window.hosts().get(next++));
      }
      boolean known = next < window.hosts().size() && window.hosts().get(next).host().equals(host);
      if (known) {
        absent.remove(host);
      } else {
        all.add(missing(host, window, intervalMillis));
      }
    }
    all.addAll(window.hosts().subList(next, window.hosts().size()));
    return window.withHosts(all);
  }

  private HostWindow missing(String host, GroupWindow window, long intervalMillis) {
    Absence before = absent.getOrDefault(host, new Absence(window.start(), 0));
    // Silence of the whole group says nothing about one host.
    boolean late = intervalMillis > 0 && before.since + intervalMillis < window.end();
    boolean missed = late && !window.silence();
    Absence now = new Absence(before.since, before.missedWindows + (missed ? 1 : 0));
    absent.put(host, now);
    double[] values = new double[window.metrics().size()];
    Arrays.fill(values, Double.NaN);
    return new HostWindow(host, values, 0, now.missedWindows, 0, 0);
  }

  /**
   * @param base a time near those of the group
   */
  void write(DataOutput out, long base) throws IOException {
    Varints.write(absent.size(), out);
    for (Map.Entry<String, Absence> host : absent.entrySet()) {
      out.writeUTF(host.getKey());
      Varints.write(host.getValue().since - base, out);
      Varints.write(host.getValue().missedWindows, out);
    }
  }

  void readInto(DataInput in, long base) throws IOException {
    for (int left = Varints.readInt(in); left > 0; left--) {
      absent.put(in.readUTF(), new Absence(base + Varints.read(in), Varints.readInt(in)));
    }
  }
}
