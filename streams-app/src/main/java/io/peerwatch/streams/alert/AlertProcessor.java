package io.peerwatch.streams.alert;

import io.peerwatch.detection.episode.Episode;
import io.peerwatch.detection.episode.EpisodeBook;
import io.peerwatch.detection.verdict.GroupJudgement;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.streams.state.GroupValues;
import io.peerwatch.streams.state.StoreNames;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Keeps the group's episodes and tells each change of one. */
final class AlertProcessor implements Processor<String, GroupJudgement, String, HostAlert> {
  private ProcessorContext<String, HostAlert> context;
  private GroupValues<EpisodeBook> books;

  @Override
  public void init(ProcessorContext<String, HostAlert> context) {
    this.context = context;
    books =
        new GroupValues<>(
            context.getStateStore(StoreNames.EPISODES),
            EpisodeBook::new,
            (group, in) -> EpisodeBook.read(in),
            book -> book::write);
  }

  @Override
  public void process(Record<String, GroupJudgement> record) {
    List<Episode> changes = books.of(record.key()).step(record.value());
    for (Episode change : changes) {
      HostAlert alert = AlertRecords.of(change);
      context.forward(new Record<>(AlertRecords.key(alert), alert, record.timestamp()));
    }
    if (!changes.isEmpty()) {
      // Readers see an alert only after the commit: it should not wait for the interval.
      context.commit();
    }
    books.save(record.key());
  }
}
