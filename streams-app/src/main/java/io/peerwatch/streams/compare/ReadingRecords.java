package io.peerwatch.streams.compare;

import io.peerwatch.detection.verdict.GroupJudgement;
import io.peerwatch.detection.verdict.MetricReadings;
import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.schemas.avro.HostReadings;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Bridge from a judgement's readings to host-readings, in chunks that a broker accepts. */
final class ReadingRecords {
  /** At 240 bytes a host at the most (a name of 200 and five doubles) a chunk stays at 720 kB. */
  private static final int HOSTS_MAX = 3_000;

  private ReadingRecords() {}

  static Stream<HostReadings> of(GroupJudgement judgement) {
    return judgement.readings().stream().flatMap(metric -> chunks(judgement.window(), metric));
  }

  private static Stream<HostReadings> chunks(GroupWindow window, MetricReadings metric) {
    int hosts = metric.hosts().size();
    int chunks = Math.max(1, (hosts + HOSTS_MAX - 1) / HOSTS_MAX);
    return IntStream.range(0, chunks)
        .mapToObj(
            chunk ->
                chunk(
                    window,
                    metric,
                    chunk,
                    chunks,
                    chunk * HOSTS_MAX,
                    Math.min(hosts, (chunk + 1) * HOSTS_MAX)));
  }

  private static HostReadings chunk(
      GroupWindow window, MetricReadings metric, int chunk, int chunks, int from, int to) {
    return new HostReadings(
        window.group(),
        Instant.ofEpochMilli(window.start()),
        Instant.ofEpochMilli(window.end()),
        metric.metric(),
        metric.unit(),
        chunk,
        chunks,
        metric.hosts().subList(from, to),
        part(metric.observed(), from, to),
        part(metric.expected(), from, to),
        part(metric.low(), from, to),
        part(metric.high(), from, to),
        part(metric.deviation(), from, to));
  }

  private static List<Double> part(double[] values, int from, int to) {
    return Arrays.stream(values, from, to).boxed().toList();
  }
}
