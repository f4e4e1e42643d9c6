package io.peerwatch.detection.metric;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The metrics by which the hosts of a group are compared, numbered in the order in which the group
 * got them. It only grows; over {@value #METRICS_MAX} further ones are not compared.
 */
public final class MetricTable {

  public static final int METRICS_MAX = 512;

  /** Stands for a metric that hosts are not compared by. */
  public static final int NOT_COMPARED = -1;

  private final MetricDictionary dictionary;
  private final List<MetricInfo> metrics = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  public MetricTable(MetricDictionary dictionary) {
    this.dictionary = dictionary;
  }

  public int size() {
    return metrics.size();
  }

  public MetricInfo get(int number) {
    return metrics.get(number);
  }

  /** The number of each metric of a window; new metrics get theirs. */
  public int[] numbersOf(List<String> names) {
    int[] found = new int[names.size()];
    for (int i = 0; i < found.length; i++) {
      Integer number = numbers.get(names.get(i));
      found[i] = number != null ? number : add(names.get(i));
    }
    return found;
  }

  /**
   * The number of the metric that counts the hosts' work.
   *
   * @param named null for the first that the dictionary knows as work
   * @return {@link #NOT_COMPARED} where the group has no such metric
   */
  public int work(String named) {
    if (named != null) {
      return numberOf(named);
    }
    for (String known : dictionary.work()) {
      if (numbers.containsKey(known)) {
        return numbers.get(known);
      }
    }
    return NOT_COMPARED;
  }

  /** The number of a metric; {@link #NOT_COMPARED} when there is none. */
  public int numberOf(String name) {
    return numbers.getOrDefault(name, NOT_COMPARED);
  }

  private int add(String name) {
    MetricInfo info = dictionary.of(name);
    if (!info.compared() || metrics.size() >= METRICS_MAX) {
      return NOT_COMPARED;
    }
    metrics.add(info);
    numbers.put(name, metrics.size() - 1);
    return metrics.size() - 1;
  }

  public void write(DataOutput out) throws IOException {
    out.writeInt(metrics.size());
    for (MetricInfo info : metrics) {
      out.writeUTF(info.metric());
    }
  }

  public static MetricTable read(DataInput in, MetricDictionary dictionary) throws IOException {
    MetricTable read = new MetricTable(dictionary);
    for (int left = in.readInt(); left > 0; left--) {
      String name = in.readUTF();
      read.numbers.put(name, read.metrics.size());
      read.metrics.add(dictionary.of(name));
    }
    return read;
  }
}
