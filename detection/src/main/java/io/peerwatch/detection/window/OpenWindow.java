package io.peerwatch.detection.window;

import io.peerwatch.detection.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** What one host sent so far for one window: its instants, and an exact sum by metric. */
final class OpenWindow {
  private static final int[] NONE = {};

  final long start;
  private final Instants instants = new Instants();

  /** The group's numbers of the metrics that were sent, ascending; mostly an array of all hosts. */
  private int[] numbers = NONE;

  private MetricSums sums;

  OpenWindow(long start) {
    this.start = start;
  }

  /** Adds a sample unless the instant was there before; says whether it was new. */
  boolean add(long timestamp, MetricNumbers.Columns columns, double[] values) {
    if (!instants.add(timestamp)) {
      return false;
    }
    int[] theirs = columns.numbers();
    if (numbers != theirs) {
      takeIn(theirs);
    }
    int[] places = columns.places();
    if (numbers == theirs) {
      for (int i = 0; i < values.length; i++) {
        sums.add(places[i], values[i]);
      }
    } else {
      for (int i = 0; i < values.length; i++) {
        sums.add(placeOf(theirs[places[i]]), values[i]);
      }
    }
    return true;
  }

  private void takeIn(int[] theirs) {
    if (numbers.length == 0) {
      numbers = theirs;
      sums = new MetricSums(theirs.length);
      return;
    }
    int[] all = union(numbers, theirs);
    if (all.length == theirs.length) {
      all = theirs;
    }
    if (all.length > numbers.length) {
      int[] to = new int[numbers.length];
      for (int i = 0; i < to.length; i++) {
        to[i] = Arrays.binarySearch(all, numbers[i]);
      }
      sums = sums.spread(all.length, to);
    }
    numbers = all;
  }

  private static int[] union(int[] some, int[] others) {
    int[] all = Arrays.copyOf(some, some.length + others.length);
    int size = some.length;
    for (int number : others) {
      if (Arrays.binarySearch(some, number) < 0) {
        all[size++] = number;
      }
    }
    all = Arrays.copyOf(all, size);
    Arrays.sort(all);
    return all;
  }

  private int placeOf(int number) {
    return Arrays.binarySearch(numbers, number);
  }

  boolean holds(long timestamp) {
    return instants.holds(timestamp);
  }

  Instants instants() {
    return instants;
  }

  /** The group's numbers of the metrics that were sent, ascending. */
  int[] numbers() {
    return numbers;
  }

  /** Mean of the metric at a place among the numbers. */
  double meanAt(int place) {
    return sums.mean(place);
  }

  void write(DataOutput out, long base) throws IOException {
    Varints.write(start - base, out);
    instants.write(out, start);
    Varints.write(numbers.length, out);
    int before = 0;
    for (int number : numbers) {
      Varints.write(number - before, out);
      before = number;
    }
    sums.write(out);
  }

  static OpenWindow read(DataInput in, long base) throws IOException {
    OpenWindow window = new OpenWindow(base + Varints.read(in));
    window.instants.read(in, window.start);
    window.numbers = new int[Varints.readInt(in)];
    int before = 0;
    for (int i = 0; i < window.numbers.length; i++) {
      before += Varints.readInt(in);
      window.numbers[i] = before;
    }
    window.sums = new MetricSums(window.numbers.length);
    window.sums.readInto(in);
    return window;
  }
}
