package io.peerwatch.streams.alert;

import io.peerwatch.detection.episode.Episode;
import io.peerwatch.detection.episode.EpisodeBook;
import io.peerwatch.detection.episode.WindowEpisodes;
import io.peerwatch.detection.verdict.GroupJudgement;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.streams.state.GroupValues;
import io.peerwatch.streams.state.StoreNames;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Keeps the group's episodes and tells each change of one. */
final class AlertProcessor implements Processor<String, GroupJudgement, String, Object> {
  private final String alerts;
  private final String onwards;
  private ProcessorContext<String, Object> context;
  private GroupValues<EpisodeBook> books;

  AlertProcessor(String alerts, String onwards) {
    this.alerts = alerts;
    this.onwards = onwards;
  }

  @Override
  public void init(ProcessorContext<String, Object> context) {
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
      context.forward(new Record<>(AlertRecords.key(alert), alert, record.timestamp()), alerts);
    }
    context.forward(record.withValue(new WindowEpisodes(record.value(), changes)), onwards);
    if (!changes.isEmpty()) {
      // Readers see an alert only after the commit: it should not wait for the interval.
      context.commit();
    }
    books.save(record.key());
  }
}
