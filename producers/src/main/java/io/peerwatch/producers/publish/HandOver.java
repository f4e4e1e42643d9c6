package io.peerwatch.producers.publish;

import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * One try to hand a record to Kafka's producer.
 *
 * <p>While no broker can be reached the producer forgets where its topics are and takes no record;
 * it says so by calling back with a timeout before {@code send} returns. Such a record was never
 * under way, and may be tried again without harm to order or number.
 */
final class HandOver implements Callback {
  private final Callback answer;
  private final Thread caller = Thread.currentThread();
  private boolean handingOver = true;
  private boolean notTaken;

  private HandOver(Callback answer) {
    this.answer = answer;
  }

  /**
   * Whether the producer took the record; its answer then comes once, maybe before this returns.
   */
  static boolean tried(
      Producer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record, Callback answer) {
    var handOver = new HandOver(answer);
    try {
      producer.send(record, handOver);
    } catch (KafkaException | IllegalStateException e) { // closed, or in a state without way back
      answer.onCompletion(null, e);
    }
    handOver.handingOver = false;
    return !handOver.notTaken;
  }

  @Override
  public void onCompletion(RecordMetadata metadata, Exception refusal) {
    // The fields belong to the calling thread; the producer's own thread never sees them.
    if (Thread.currentThread() == caller && handingOver && refusal instanceof TimeoutException) {
      notTaken = true;
    } else {
      answer.onCompletion(metadata, refusal);
    }
  }
}
