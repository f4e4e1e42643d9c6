package io.peerwatch.producers.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class HandOverTest {
  private final List<Exception> answers = new ArrayList<>();
  private final Callback answer = (metadata, refusal) -> answers.add(refusal);

  @Test
  void shouldPassTheAnswerOnWhenItComesLater() {
    var producer = new ScriptedProducer(null, null);
    assertThat(tried(producer)).isTrue();
    assertThat(answers).isEmpty();
    producer.completeNext();
    assertThat(answers).hasSize(1).containsOnlyNulls();
  }

  @Test
  void shouldSayThatARecordWasNotTakenWhileNoBrokerCanBeReached() {
    assertThat(tried(new ScriptedProducer(new TimeoutException("no metadata"), null))).isFalse();
    assertThat(answers).isEmpty();
  }

  @Test
  void shouldTakeATimeoutThatComesLaterForALoss() {
    var producer = new ScriptedProducer(null, null);
    assertThat(tried(producer)).isTrue();
    producer.errorNext(new TimeoutException("expired"));
    assertThat(answers).singleElement().isInstanceOf(TimeoutException.class);
  }

  @Test
  void shouldPassOtherRefusalsOnHoweverTheyCome() {
    assertThat(tried(new ScriptedProducer(new AuthorizationException("no"), null))).isTrue();
    assertThat(tried(new ScriptedProducer(null, new IllegalStateException("closed")))).isTrue();
    assertThat(answers).extracting(Exception::getMessage).containsExactly("no", "closed");
  }

  private boolean tried(ScriptedProducer producer) {
    return HandOver.tried(producer, new ProducerRecord<>("t", new byte[0]), answer);
  }

  /** Calls back with one failure before send returns, or throws another, or does its work. */
  private static final class ScriptedProducer extends MockProducer<byte[], byte[]> {
    private final Exception calledBack;
    private final RuntimeException thrown;

    ScriptedProducer(Exception calledBack, RuntimeException thrown) {
      super(false, null, new ByteArraySerializer(), new ByteArraySerializer());
      this.calledBack = calledBack;
      this.thrown = thrown;
    }

    @Override
    public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
      if (thrown != null) {
        throw thrown;
      }
      if (calledBack != null) {
        callback.onCompletion(null, calledBack);
        return CompletableFuture.failedFuture(calledBack);
      }
      return super.send(record, callback);
    }
  }
}
