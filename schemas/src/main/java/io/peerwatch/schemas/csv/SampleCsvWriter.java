package io.peerwatch.schemas.csv;

import io.peerwatch.schemas.avro.HostSample;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * Writes samples in the form that {@link RecordedSamples} reads. The same samples give the same
 * bytes: times in epoch milliseconds, lines end with LF. Attributes aren't written.
 */
public final class SampleCsvWriter implements Closeable {
  private final OutputStream out;
  private final List<String> metrics;
  private final Set<String> known;
  private final StringBuilder line = new StringBuilder();
  private long written;

  /**
   * Writes the header at once.
   *
   * @param metrics columns after timestamp, group and host, in this order; at least one
   */
  public SampleCsvWriter(OutputStream out, List<String> metrics) throws IOException {
    this.out = new BufferedOutputStream(out, 64 * 1024);
    this.metrics = List.copyOf(metrics);
    this.known = Set.copyOf(metrics);
    line.append(String.join(",", SampleHeader.FIRST_COLUMNS));
    this.metrics.forEach(metric -> line.append(',').append(metric));
    writeLine();
  }

  /** Writes to a file, replacing what it held; gzip when its name ends in {@code .gz}. */
  public static SampleCsvWriter to(Path file, List<String> metrics) throws IOException {
    OutputStream bytes = Files.newOutputStream(file);
    return new SampleCsvWriter(
        file.toString().endsWith(".gz") ? new GZIPOutputStream(bytes) : bytes, metrics);
  }

  /**
   * @throws IllegalArgumentException when the sample has a metric that is no column
   */
  public void write(HostSample sample) throws IOException {
    Map<String, Double> values = sample.getMetrics();
    if (!known.containsAll(values.keySet())) {
      throw new IllegalArgumentException("no column for some of " + values.keySet());
    }
    line.append(sample.getTimestamp().toEpochMilli());
    line.append(',').append(sample.getGroup()).append(',').append(sample.getHost());
    for (String metric : metrics) {
      line.append(',');
      Double value = values.get(metric);
      if (value != null) {
        DecimalText.append(line, value);
      }
    }
    writeLine();
    written++;
  }

  /** Samples written. */
  public long written() {
    return written;
  }

  private void writeLine() throws IOException {
    out.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    line.setLength(0);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
