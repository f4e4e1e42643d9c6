package io.peerwatch.streams.intake;

import io.peerwatch.detection.window.Heard;
import io.peerwatch.detection.window.Sample;
import io.peerwatch.detection.window.Tick;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.avro.RejectReason;
import io.peerwatch.schemas.serde.AvroDeserializer;
import io.peerwatch.streams.source.Belief;
import io.peerwatch.streams.source.DisbelievedException;
import io.peerwatch.streams.source.PatientDecoding;
import io.peerwatch.streams.source.RecordTimeExtractor;
import io.peerwatch.streams.source.SourceRecord;

/** What a record of the samples topic says: a host's sample, or that time passed. */
public final class SampleBelief implements Belief {
  private final PatientDecoding<HostSample> decoding;
  private final SampleRules rules;
  private final WireSamples wire;

  public SampleBelief(AvroDeserializer<HostSample> deserializer, SampleRules rules) {
    this.decoding = new PatientDecoding<>(deserializer);
    this.rules = rules;
    this.wire = new WireSamples(deserializer, rules);
  }

  @Override
  public Heard of(SourceRecord source) throws DisbelievedException {
    if (source.value() == null) {
      if (RecordTimeExtractor.isTick(source.key())) {
        return new Tick(source.timestamp());
      }
      throw new DisbelievedException(RejectReason.NO_VALUE, "the record has no value");
    }
    Sample usual = wire.read(source);
    return usual != null ? usual : lookCloser(source);
  }

  private Sample lookCloser(SourceRecord source) throws DisbelievedException {
    HostSample sample = decoding.decode(source);
    rules.check(sample, source.key(), source.partition());
    return new Sample(
        sample.getGroup(),
        sample.getHost(),
        sample.getTimestamp().toEpochMilli(),
        sample.getMetrics());
  }
}
