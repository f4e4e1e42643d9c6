package io.peerwatch.streams;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.peerwatch.detection.window.WindowSettings;
import io.peerwatch.schemas.avro.BudgetLedger;
import io.peerwatch.schemas.avro.Feedback;
import io.peerwatch.schemas.avro.GroupCapacity;
import io.peerwatch.schemas.avro.GroupPolicy;
import io.peerwatch.schemas.avro.GroupVerdict;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.HostInfo;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.avro.RejectedRecord;
import io.peerwatch.schemas.topics.Topics;
import io.peerwatch.streams.backtest.BacktestDriver;
import io.peerwatch.streams.run.FleetSettings;
import io.peerwatch.streams.state.StateStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A small fleet on the whole topology, told as a script; windows of a minute. */
public final class FleetScript implements AutoCloseable {
  public static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

  public final List<HostAlert> alerts = new ArrayList<>();
  public final List<GroupVerdict> verdicts = new ArrayList<>();
  public final List<GroupCapacity> capacity = new ArrayList<>();
  public final List<BudgetLedger> ledger = new ArrayList<>();
  public final List<RejectedRecord> rejected = new ArrayList<>();
  private final BacktestDriver driver;

  public FleetScript() {
    this(WindowSettings.defaults());
  }

  public FleetScript(WindowSettings window) {
    driver =
        new BacktestDriver(
            FleetSettings.of("test.", window, 1, 1, StateStores.CHANGELOGGED), folder());
    driver.read(Topics.HOST_ALERTS, alerts::add);
    driver.read(Topics.GROUP_VERDICTS, verdicts::add);
    driver.read(Topics.GROUP_CAPACITY, capacity::add);
    driver.read(Topics.BUDGET_LEDGER, ledger::add);
    driver.read(Topics.REJECTED_RECORDS, rejected::add);
  }

  public FleetScript sample(String group, String host, Instant at, Map<String, Double> metrics) {
    return send(new HostSample(host, group, at, metrics, Map.of()));
  }

  public FleetScript send(HostSample sample) {
    driver.send(sample);
    driver.drain();
    return this;
  }

  public FleetScript send(Feedback feedback) {
    driver.send(feedback);
    driver.drain();
    return this;
  }

  public FleetScript send(GroupPolicy policy) {
    driver.send(policy);
    return this;
  }

  public FleetScript send(HostInfo host) {
    driver.send(host);
    driver.drain();
    return this;
  }

  /** Ends a membership where the value is null. */
  public FleetScript sendInventoryBytes(String key, byte[] value) {
    byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    driver.sendInventoryBytes(keyBytes, value);
    driver.drain();
    return this;
  }

  public byte[] bytes(HostInfo host) {
    return driver.serialize(host);
  }

  public FleetScript sendPolicyBytes(String key, byte[] value) {
    driver.sendPolicyBytes(key.getBytes(StandardCharsets.UTF_8), value);
    return this;
  }

  public FleetScript sendFeedbackBytes(String key, byte[] value) {
    driver.sendFeedbackBytes(key.getBytes(StandardCharsets.UTF_8), value, START.toEpochMilli());
    driver.drain();
    return this;
  }

  /** The wire bytes of feedback. */
  public byte[] bytes(Feedback feedback) {
    return driver.serialize(feedback);
  }

  public FleetScript sendBytes(String key, byte[] value) {
    byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    driver.sendBytes(keyBytes, value, START.toEpochMilli());
    driver.drain();
    return this;
  }

  /** The wire bytes of a sample, as a producer would send them. */
  public byte[] bytes(HostSample sample) {
    return driver.serialize(sample);
  }

  public int register(String subject, AvroSchema schema) {
    return driver.register(subject, schema);
  }

  public FleetScript end() {
    driver.end();
    driver.drain();
    return this;
  }

  @Override
  public void close() {
    driver.close();
  }

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("fleet-script");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
