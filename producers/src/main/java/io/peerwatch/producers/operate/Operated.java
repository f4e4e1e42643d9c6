package io.peerwatch.producers.operate;

import io.peerwatch.schemas.avro.Feedback;
import io.peerwatch.schemas.avro.HostInfo;
import io.peerwatch.schemas.avro.Silence;
import io.peerwatch.schemas.topics.Names;
import io.peerwatch.schemas.topics.TopicSpec;
import io.peerwatch.schemas.topics.Topics;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * A topic that people write, and its rules.
 *
 * @param key the record key of a value
 * @param problem what is wrong with a value, in one line; empty if nothing is
 */
public record Operated<V extends SpecificRecord>(
    TopicSpec<V> spec, Function<V, String> key, Function<V, Optional<String>> problem) {

  public static final Operated<Silence> SILENCES =
      new Operated<>(Topics.SILENCES, Silence::getSilenceId, SilenceRules::problem);

  public static final Operated<HostInfo> INVENTORY =
      new Operated<>(
          Topics.HOST_INVENTORY,
          host -> Names.hostKey(host.getGroup(), host.getHost()),
          HostRules::problem);

  public static final Operated<Feedback> FEEDBACK =
      new Operated<>(Topics.ALERT_FEEDBACK, Feedback::getGroup, FeedbackRules::problem);
}
