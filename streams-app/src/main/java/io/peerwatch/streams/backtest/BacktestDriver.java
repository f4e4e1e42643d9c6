package io.peerwatch.streams.backtest;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.peerwatch.detection.window.WindowSettings;
import io.peerwatch.schemas.avro.Feedback;
import io.peerwatch.schemas.avro.GroupPolicy;
import io.peerwatch.schemas.avro.HostInfo;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.serde.AvroDeserializer;
import io.peerwatch.schemas.serde.AvroSerializer;
import io.peerwatch.schemas.topics.Names;
import io.peerwatch.schemas.topics.TopicSpec;
import io.peerwatch.schemas.topics.Topics;
import io.peerwatch.streams.count.FleetCounts;
import io.peerwatch.streams.run.FleetSettings;
import io.peerwatch.streams.run.FleetTopology;
import io.peerwatch.streams.source.SourceLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

/**
 * The topology over bytes in this JVM, with no broker: what goes in is what a producer would send,
 * what comes out is what a consumer would read. Nothing in it follows a clock.
 */
public final class BacktestDriver implements AutoCloseable {
  /** What the driver takes for now; it only bounds the time of records, which nobody reads. */
  private static final Instant NOW = Instant.parse("2000-01-01T00:00:00Z");

  private final FleetSettings settings;
  private final SchemaRegistryClient registry = new RegistryInMemory();
  private final AvroSerializer<HostSample> serializer = new AvroSerializer<>(registry, false);
  private final TopologyTestDriver driver;
  private final AvroSerializer<Feedback> feedback = new AvroSerializer<>(registry, false);
  private final TestInputTopic<byte[], byte[]> input;
  private final TestInputTopic<byte[], byte[]> said;
  private final AvroSerializer<GroupPolicy> policy = new AvroSerializer<>(registry, false);
  private final TestInputTopic<byte[], byte[]> policies;
  private final AvroSerializer<HostInfo> hostInfo = new AvroSerializer<>(registry, false);
  private final TestInputTopic<byte[], byte[]> inventory;
  private long patienceMillis;
  private final Map<TopicSpec<?>, Runnable> drains = new LinkedHashMap<>();

  /**
   * @param folder where Kafka Streams may keep its empty state folder
   */
  public BacktestDriver(FleetSettings settings, Path folder) {
    this(settings, folder, SourceLog.NONE);
  }

  /**
   * @param log what open windows come back from, where the stores hold something already
   */
  public BacktestDriver(FleetSettings settings, Path folder, SourceLog log) {
    this.settings = settings;
    registerAll();
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.prefix() + "backtest");
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:0");
    properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    driver =
        new TopologyTestDriver(
            new FleetTopology(settings, registry, FleetCounts.unwatched(), log).build(),
            properties,
            NOW);
    input =
        driver.createInputTopic(
            samplesTopic(), new ByteArraySerializer(), new ByteArraySerializer());
    said =
        driver.createInputTopic(
            feedbackTopic(), new ByteArraySerializer(), new ByteArraySerializer());
    policies =
        driver.createInputTopic(
            policiesTopic(), new ByteArraySerializer(), new ByteArraySerializer());
    inventory =
        driver.createInputTopic(
            inventoryTopic(), new ByteArraySerializer(), new ByteArraySerializer());
    patienceMillis = settings.window().windowMillis() + settings.window().graceMillis();
    ignore(Topics.HOST_READINGS);
  }

  /** From now on gives every record of the topic to {@code each}, when it is drained. */
  public <V extends SpecificRecord> void read(TopicSpec<V> topic, Consumer<V> each) {
    addDrain(topic, new AvroDeserializer<>(registry, topic.valueType()), each);
  }

  /** From now on forgets every record of the topic; one that nobody reads would pile up. */
  public void ignore(TopicSpec<?> topic) {
    addDrain(topic, new ByteArrayDeserializer(), bytes -> {});
  }

  public void send(HostSample sample) {
    byte[] key = sample.getGroup().getBytes(StandardCharsets.UTF_8);
    sendBytes(key, serialize(sample), Math.max(0, sample.getTimestamp().toEpochMilli()));
  }

  public void send(Feedback value) {
    byte[] key = value.getGroup().getBytes(StandardCharsets.UTF_8);
    long at = Math.max(0, value.getAt().toEpochMilli());
    sendFeedbackBytes(key, serialize(value), at);
  }

  /** Makes a version of a policy known, from now on in the log. */
  public void send(GroupPolicy version) {
    WindowSettings usual = settings.window();
    Long window = version.getWindowMillis();
    Long grace = version.getGraceMillis();
    patienceMillis =
        Math.max(
            patienceMillis,
            Math.max(usual.windowMillis(), window == null ? 0 : window)
                + Math.max(usual.graceMillis(), grace == null ? 0 : grace));
    byte[] key = version.getPattern().getBytes(StandardCharsets.UTF_8);
    sendPolicyBytes(key, policy.serialize(policiesTopic(), version));
  }

  /** The same for the topic of policies as {@link #sendBytes} for that of samples. */
  public void sendPolicyBytes(byte[] key, byte[] value) {
    policies.pipeInput(key, value, 0L);
  }

  /** Lists a host from now on in the log. */
  public void send(HostInfo host) {
    String key = Names.hostKey(host.getGroup(), host.getHost());
    sendInventoryBytes(key.getBytes(StandardCharsets.UTF_8), serialize(host));
  }

  public byte[] serialize(HostInfo host) {
    return hostInfo.serialize(inventoryTopic(), host);
  }

  /** The same for the topic of the inventory as {@link #sendBytes} for that of samples. */
  public void sendInventoryBytes(byte[] key, byte[] value) {
    inventory.pipeInput(key, value, 0L);
  }

  /** The bytes that a person's tool would send. */
  public byte[] serialize(Feedback value) {
    return feedback.serialize(feedbackTopic(), value);
  }

  /** The same for the feedback topic as {@link #sendBytes} for that of samples. */
  public void sendFeedbackBytes(byte[] key, byte[] value, long timestamp) {
    said.pipeInput(key, value, timestamp);
  }

  /** The bytes that a producer would send. */
  public byte[] serialize(HostSample sample) {
    return serializer.serialize(samplesTopic(), sample);
  }

  /**
   * Sends any record to the samples topic, also one that is no sample.
   *
   * @param key null for none
   * @param value null for none
   * @param timestamp record time in epoch milliseconds
   */
  public void sendBytes(byte[] key, byte[] value, long timestamp) {
    input.pipeInput(key, value, timestamp);
  }

  /** Lets as much time pass, in ticks, as closes what is still open. */
  public void end() {
    byte[] key = Topics.TICK_KEY.getBytes(StandardCharsets.UTF_8);
    Duration period = settings.ticking().period();
    for (long elapsed = 0;
        elapsed < patienceMillis + 2 * period.toMillis();
        elapsed += period.toMillis()) {
      sendBytes(key, null, elapsed);
    }
  }

  /** Hands out what came out since the last call. */
  public void drain() {
    drains.values().forEach(Runnable::run);
  }

  @Override
  public void close() {
    driver.close();
  }

  private String samplesTopic() {
    return Topics.HOST_SAMPLES.in(settings.prefix());
  }

  private String feedbackTopic() {
    return Topics.ALERT_FEEDBACK.in(settings.prefix());
  }

  private String policiesTopic() {
    return Topics.POLICY_HISTORY.in(settings.prefix());
  }

  private String inventoryTopic() {
    return Topics.HOST_INVENTORY.in(settings.prefix());
  }

  private <V> void addDrain(TopicSpec<?> topic, Deserializer<V> values, Consumer<V> each) {
    TestOutputTopic<byte[], V> output =
        driver.createOutputTopic(topic.in(settings.prefix()), new ByteArrayDeserializer(), values);
    drains.put(topic, () -> output.readValuesToList().forEach(each));
  }

  private void registerAll() {
    for (TopicSpec<?> topic : Topics.all()) {
      register(topic.subject(settings.prefix()), new AvroSchema(topic.schema()));
    }
  }

  /** Registers a schema, also one that is not ours; its id. */
  public int register(String subject, AvroSchema schema) {
    try {
      return registry.register(subject, schema);
    } catch (IOException | RestClientException e) {
      throw new IllegalStateException("The registry in memory refused " + subject, e);
    }
  }
}
