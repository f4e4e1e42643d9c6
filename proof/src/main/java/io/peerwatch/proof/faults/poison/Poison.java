package io.peerwatch.proof.faults.poison;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.peerwatch.proof.faults.Outcome;
import io.peerwatch.proof.faults.lab.Committed;
import io.peerwatch.proof.faults.load.UnderLoad;
import io.peerwatch.proof.faults.load.UnderLoad.Scene;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.avro.RejectedRecord;
import io.peerwatch.schemas.avro.Silence;
import io.peerwatch.schemas.registry.Registries;
import io.peerwatch.schemas.serde.AvroSerializer;
import io.peerwatch.schemas.topics.GroupPartitions;
import io.peerwatch.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Every record that cannot be believed, among those of groups that are well. */
public final class Poison {
  private static final int PARTITIONS = 4;
  private static final int REQUEST_BYTES_MAX = 1_040_000;
  private static final Duration GOES_ON_MAX = Duration.ofSeconds(30);
  private static final long TOLD_MILLIS_MAX = 60_000;

  private record Place(int partition, long offset) {}

  private Poison() {}

  /** A disturbance of groups of that name and others: so often one of each kind. */
  public static UnderLoad.Disturbance amid(String group, int rounds) {
    return scene -> {
      Map<Place, PoisonedRecord> sent = new HashMap<>();
      SplittableRandom random = new SplittableRandom(scene.laboratory().seed());
      for (int round = 0; round < rounds; round++) {
        send(scene, group, random, sent);
        boolean wentOn = scene.verdicts().awaitMore(1, GOES_ON_MAX);
        scene.outcome().require(wentOn, "nothing was judged for " + GOES_ON_MAX);
      }
      check(scene, sent);
    };
  }

  private static void send(
      Scene scene, String group, SplittableRandom random, Map<Place, PoisonedRecord> sent)
      throws Exception {
    SchemaRegistryClient registry = Registries.connect(scene.connection());
    String topic = scene.connection().topic(Topics.HOST_SAMPLES);
    Map<String, Object> properties = scene.connection().kafkaClient();
    properties.put("max.request.size", REQUEST_BYTES_MAX);
    int right = GroupPartitions.of(group, PARTITIONS);
    try (var samples = new AvroSerializer<HostSample>(registry, false);
        var silences = new AvroSerializer<Silence>(registry, false);
        var producer =
            new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      byte[] silence = silences.serialize(scene.connection().topic(Topics.SILENCES), silence());
      var cupboard =
          new Cupboard(group, sample -> samples.serialize(topic, sample), silence, random);
      for (PoisonedRecord poison : cupboard.all()) {
        int partition = poison.misplaced() ? (right + 1) % PARTITIONS : right;
        var record = new ProducerRecord<>(topic, partition, poison.key(), poison.value());
        var at = producer.send(record).get();
        sent.put(new Place(at.partition(), at.offset()), poison);
      }
    }
  }

  private static Silence silence() {
    return new Silence("s", "*", "*", Instant.EPOCH, Instant.EPOCH, "", "");
  }

  private static void check(Scene scene, Map<Place, PoisonedRecord> sent)
      throws InterruptedException {
    Outcome outcome = scene.outcome();
    long deadline = System.currentTimeMillis() + TOLD_MILLIS_MAX;
    List<RejectedRecord> told = Committed.all(scene.connection(), Topics.REJECTED_RECORDS);
    while (told.size() < sent.size() && System.currentTimeMillis() < deadline) {
      Thread.sleep(1_000);
      told = Committed.all(scene.connection(), Topics.REJECTED_RECORDS);
    }
    outcome.require(
        told.size() == sent.size(), "%d told of %d".formatted(told.size(), sent.size()));
    for (RejectedRecord record : told) {
      PoisonedRecord poison = sent.remove(new Place(record.getPartition(), record.getOffset()));
      outcome.require(poison != null, "refused, though not poisoned: " + record);
      outcome.require(
          poison == null || poison.reasons().contains(record.getReason()),
          "%s was refused as %s"
              .formatted(poison == null ? "" : poison.what(), record.getReason()));
    }
    sent.values().forEach(left -> outcome.require(false, "not refused: " + left.what()));
    outcome.figure("poisoned", told.size());
  }
}
