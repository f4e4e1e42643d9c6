package io.peerwatch.detection.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The numbers that a group gives its metrics, in the order in which they came. It only grows. Where
 * the values of a sample belong is remembered for the lists of metrics that came last, by identity:
 * hosts of a group mostly send the same.
 */
final class MetricNumbers {
  private static final int REMEMBERED = 8;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final Columns[] remembered = new Columns[REMEMBERED];
  private int next;

  /** All numbers by their names; null when there are new ones. */
  private int[] byName;

  /**
   * Where the values of a list of metrics belong.
   *
   * @param metrics the list as it was given
   * @param numbers the group's numbers of these metrics, ascending
   * @param places by value, its place among the numbers
   */
  record Columns(List<String> metrics, int[] numbers, int[] places) {}

  /** Names by number. */
  List<String> names() {
    return names;
  }

  /** Numbers by their names. */
  int[] byName() {
    if (byName == null) {
      byName =
          IntStream.range(0, names.size())
              .boxed()
              .sorted(Comparator.comparing(names::get))
              .mapToInt(Integer::intValue)
              .toArray();
    }
    return byName;
  }

  /** The columns of metrics, new ones among them numbered; null when they would be too many. */
  Columns of(List<String> metrics, int metricsMax) {
    for (Columns columns : remembered) {
      if (columns != null && columns.metrics == metrics) {
        return columns;
      }
    }
    Columns columns = lookUp(metrics, metricsMax);
    if (columns != null) {
      remembered[next] = columns;
      next = (next + 1) % REMEMBERED;
    }
    return columns;
  }

  private Columns lookUp(List<String> metrics, int metricsMax) {
    int unknown = 0;
    for (String metric : metrics) {
      unknown += numbers.containsKey(metric) ? 0 : 1;
    }
    if (unknown > 0 && names.size() + unknown > metricsMax) {
      return null;
    }
    int[] theirs = new int[metrics.size()];
    for (int i = 0; i < theirs.length; i++) {
      theirs[i] = numberOf(metrics.get(i));
    }
    int[] ascending = theirs.clone();
    Arrays.sort(ascending);
    int[] places = new int[theirs.length];
    for (int i = 0; i < places.length; i++) {
      places[i] = Arrays.binarySearch(ascending, theirs[i]);
    }
    return new Columns(metrics, shared(ascending), places);
  }

  private int numberOf(String metric) {
    Integer number = numbers.get(metric);
    if (number == null) {
      number = names.size();
      numbers.put(metric, number);
      names.add(metric);
      byName = null;
    }
    return number;
  }

  /** The array of other columns where it is the same, so that windows can tell by identity. */
  private int[] shared(int[] ascending) {
    for (Columns columns : remembered) {
      if (columns != null && Arrays.equals(columns.numbers, ascending)) {
        return columns.numbers;
      }
    }
    return ascending;
  }

  void write(DataOutput out) throws IOException {
    out.writeShort(names.size());
    for (String name : names) {
      out.writeUTF(name);
    }
  }

  void readInto(DataInput in) throws IOException {
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      numberOf(in.readUTF());
    }
  }
}
