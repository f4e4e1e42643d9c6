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
 *
 * <p>What was learned of a metric is in its transformed units. Where a policy changes those, the
 * metric gets a new number and its old one <em>rests</em>: no value comes to it any more, unless a
 * later policy goes back to those units. A metric that is left out rests as well.
 */
public final class MetricTable {

  public static final int METRICS_MAX = 512;

  /** Stands for a metric that hosts are not compared by. */
  public static final int NOT_COMPARED = -1;

  private MetricDictionary dictionary;
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

  /** Takes metrics as this dictionary says from now on. */
  public void describe(MetricDictionary now) {
    if (now.equals(dictionary)) {
      return;
    }
    dictionary = now;
    numberAll();
  }

  private void numberAll() {
    numbers.clear();
    for (int number = 0; number < metrics.size(); number++) {
      MetricInfo info = dictionary.of(metrics.get(number).metric());
      if (info.compared() && sameUnits(info, metrics.get(number))) {
        metrics.set(number, info);
        numbers.put(info.metric(), number);
      }
    }
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

  /** Whether transformed values of both mean the same. */
  private static boolean sameUnits(MetricInfo a, MetricInfo b) {
    boolean linear = a.transform() == Transform.LINEAR || a.transform() == Transform.LOGIT;
    return a.transform() == b.transform() && (linear || a.floor() == b.floor());
  }

  public void write(DataOutput out) throws IOException {
    out.writeInt(metrics.size());
    for (MetricInfo info : metrics) {
      out.writeUTF(info.metric());
      out.writeByte(info.transform().ordinal());
      out.writeDouble(info.floor());
    }
  }

  /** Reads what was written; {@link #describe} says what metrics are taken for. */
  public static MetricTable read(DataInput in, MetricDictionary dictionary) throws IOException {
    MetricTable read = new MetricTable(dictionary);
    for (int left = in.readInt(); left > 0; left--) {
      String name = in.readUTF();
      Transform transform = Transform.values()[in.readUnsignedByte()];
      read.metrics.add(
          new MetricSettings(name, null, in.readDouble(), null, transform, null)
              .applyTo(dictionary.of(name)));
    }
    read.numberAll();
    return read;
  }
}
