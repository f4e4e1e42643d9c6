package io.peerwatch.proof.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What a cluster's clients do in these tests, in words. */
final class KafkaTraffic {
  private static final long TIMEOUT_SECONDS = 90;

  private final Map<String, Object> connection;

  KafkaTraffic(String bootstrapServers) {
    connection = Map.of("bootstrap.servers", bootstrapServers);
  }

  void createTopic(String topic, int replicas) throws Exception {
    try (Admin admin = Admin.create(connection)) {
      admin
          .createTopics(List.of(new NewTopic(topic, 1, (short) replicas)))
          .all()
          .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }
  }

  String clusterId() throws Exception {
    try (Admin admin = Admin.create(connection)) {
      return admin.describeCluster().clusterId().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }
  }

  /** Acknowledged by all in-sync copies. */
  void send(String topic, String... values) throws Exception {
    try (var producer =
        new KafkaProducer<>(connection, new StringSerializer(), new StringSerializer())) {
      for (String value : values) {
        producer.send(new ProducerRecord<>(topic, value)).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      }
    }
  }

  /** That many values from where the group stands, which then stands behind them. */
  List<String> receive(String group, String topic, int count) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            connection.get("bootstrap.servers"),
            "group.id",
            group,
            "auto.offset.reset",
            "earliest",
            "max.poll.records",
            1);
    List<String> values = new ArrayList<>();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(topic));
      while (values.size() < count && System.nanoTime() < deadline) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
      }
      consumer.commitSync();
    }
    return values;
  }

  int inSyncReplicas(String topic) throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(connection)) {
      return admin
          .describeTopics(List.of(topic))
          .allTopicNames()
          .get()
          .get(topic)
          .partitions()
          .get(0)
          .isr()
          .size();
    }
  }
}
