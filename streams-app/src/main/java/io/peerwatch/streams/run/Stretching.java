package io.peerwatch.streams.run;

import io.peerwatch.streams.source.RecordTimeExtractor;
import io.peerwatch.streams.source.Stretch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * Makes stretches of the samples that a poll brought.
 *
 * <p>Kafka Streams takes samples and what is said of their groups on other topics by their times,
 * record by record. So no stretch reaches over the time of a record beside it that was fetched: its
 * turn comes where it would have come.
 */
final class Stretching {
  /** Half a millisecond of work: what waits behind it, a commit or a punctuation, can wait so. */
  static final int RECORDS_MAX = 128;

  private final Predicate<TopicPartition> ofSamples;

  /** Times of records beside the samples that may still have to come, by partition. */
  private final Map<Integer, TreeSet<Long>> beside = new HashMap<>();

  Stretching(Predicate<TopicPartition> ofSamples) {
    this.ofSamples = ofSamples;
  }

  /** The same records, those of samples in stretches. */
  ConsumerRecords<byte[], byte[]> of(ConsumerRecords<byte[], byte[]> polled) {
    if (polled.isEmpty()) {
      return polled;
    }
    for (TopicPartition side : polled.partitions()) {
      if (!ofSamples.test(side)) {
        TreeSet<Long> times = beside.computeIfAbsent(side.partition(), any -> new TreeSet<>());
        polled.records(side).forEach(record -> times.add(RecordTimeExtractor.timeOf(record)));
      }
    }
    Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> all = new LinkedHashMap<>();
    for (TopicPartition partition : polled.partitions()) {
      var records = polled.records(partition);
      all.put(partition, ofSamples.test(partition) ? stretched(records) : records);
    }
    return new ConsumerRecords<>(all, polled.nextOffsets());
  }

  private List<ConsumerRecord<byte[], byte[]>> stretched(
      List<ConsumerRecord<byte[], byte[]>> records) {
    TreeSet<Long> times = beside.get(records.get(0).partition());
    List<ConsumerRecord<byte[], byte[]>> stretches = new ArrayList<>();
    for (int from = 0; from < records.size(); ) {
      int to = endOf(from, records, times);
      stretches.add(new Stretch(records.subList(from, to)).asOne());
      from = to;
    }
    return stretches;
  }

  private static int endOf(
      int from, List<ConsumerRecord<byte[], byte[]>> records, TreeSet<Long> times) {
    ConsumerRecord<byte[], byte[]> first = records.get(from);
    long earliest = RecordTimeExtractor.timeOf(first);
    long latest = earliest;
    if (times != null) {
      times.headSet(earliest).clear(); // their turn comes before this record, or has come
    }
    int most = Math.min(records.size(), from + RECORDS_MAX);
    int to = from + 1;
    while (to < most && first.value() != null && records.get(to).value() != null) {
      long time = RecordTimeExtractor.timeOf(records.get(to));
      earliest = Math.min(earliest, time);
      latest = Math.max(latest, time);
      if (isBetween(times, earliest, latest)) {
        break;
      }
      to++;
    }
    return to;
  }

  private static boolean isBetween(TreeSet<Long> times, long earliest, long latest) {
    Long next = times == null || times.isEmpty() ? null : times.ceiling(earliest);
    return next != null && next <= latest;
  }
}
