package io.peerwatch.consumers.dashboard.latest;

import java.util.Collection;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * One metric of one group in one window, made of the chunks that have come so far. Immutable: a
 * further chunk makes another one.
 *
 * @param startMillis start, inclusive, epoch milliseconds
 * @param endMillis end, exclusive, epoch milliseconds
 * @param chunks by chunk number
 */
public record WindowReadings(
    long startMillis, long endMillis, String unit, NavigableMap<Integer, ReadingsChunk> chunks) {

  /** Told one host's reading; {@code low} and {@code high} are NaN when it was not judged. */
  public interface HostVisitor {
    void visit(String host, float observed, float low, float high);
  }

  static WindowReadings of(long startMillis, long endMillis, String unit) {
    return new WindowReadings(startMillis, endMillis, unit, Collections.emptyNavigableMap());
  }

  WindowReadings with(int number, ReadingsChunk chunk) {
    NavigableMap<Integer, ReadingsChunk> more = new TreeMap<>(chunks);
    more.put(number, chunk);
    return new WindowReadings(startMillis, endMillis, unit, more);
  }

  /** A window of the same length without readings, at another end. */
  public WindowReadings emptyAt(long otherEndMillis) {
    return of(otherEndMillis - (endMillis - startMillis), otherEndMillis, unit);
  }

  /** How many host readings it holds. */
  public int cells() {
    return all().stream().mapToInt(chunk -> chunk.hosts().length).sum();
  }

  /** Lower edge of the group's band: the median over its judged hosts; NaN when there are none. */
  public double bandLow() {
    return weighted(all().stream().mapToDouble(c -> c.judged() * (double) c.bandLow()).toArray());
  }

  /** Upper edge of the group's band, alike. */
  public double bandHigh() {
    return weighted(all().stream().mapToDouble(c -> c.judged() * (double) c.bandHigh()).toArray());
  }

  public void forEachHost(HostVisitor visitor) {
    for (ReadingsChunk chunk : all()) {
      for (int i = 0; i < chunk.hosts().length; i++) {
        visitor.visit(chunk.hosts()[i], chunk.observed()[i], chunk.low()[i], chunk.high()[i]);
      }
    }
  }

  /** Of several chunks the mean of their medians, weighted by hosts: near the median of all. */
  private double weighted(double[] edgeTimesHosts) {
    double sum = 0;
    for (double value : edgeTimesHosts) {
      sum += Double.isNaN(value) ? 0 : value;
    }
    int judged = all().stream().mapToInt(ReadingsChunk::judged).sum();
    return judged == 0 ? Double.NaN : sum / judged;
  }

  private Collection<ReadingsChunk> all() {
    return chunks.values();
  }
}
