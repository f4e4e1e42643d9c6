package io.peerwatch.streams.inventory;

import io.peerwatch.schemas.avro.HostInfo;
import io.peerwatch.streams.source.DisbelievedException;
import io.peerwatch.streams.source.PatientDecoding;
import io.peerwatch.streams.source.Rejects;
import io.peerwatch.streams.source.SourceRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Believes a record of the inventory and hands it on, or refuses it with a reason. */
final class InventoryProcessor implements Processor<byte[], byte[], Object, Object> {
  private final PatientDecoding<HostInfo> decoding;
  private final int partitions;
  private final String onwards;
  private final String rejected;
  private ProcessorContext<Object, Object> context;

  InventoryProcessor(
      PatientDecoding<HostInfo> decoding, int partitions, String onwards, String rejected) {
    this.decoding = decoding;
    this.partitions = partitions;
    this.onwards = onwards;
    this.rejected = rejected;
  }

  @Override
  public void init(ProcessorContext<Object, Object> context) {
    this.context = context;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    SourceRecord source = SourceRecord.of(context, record);
    try {
      Listing listing = InventoryRules.ofKey(source, partitions);
      if (source.value() != null) {
        listing = InventoryRules.with(listing, decoding.decode(source));
      }
      context.forward(new Record<>(listing.group(), listing, record.timestamp()), onwards);
    } catch (DisbelievedException e) {
      var refused = Rejects.of(source, e);
      context.forward(new Record<>(source.key(), refused, record.timestamp()), rejected);
    }
  }
}
