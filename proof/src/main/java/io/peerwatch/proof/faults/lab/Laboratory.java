package io.peerwatch.proof.faults.lab;

import io.peerwatch.local.LocalCluster;
import io.peerwatch.local.LocalSettings;
import io.peerwatch.proof.faults.load.FleetLoad;
import io.peerwatch.schemas.apply.TopicLayout;
import io.peerwatch.schemas.apply.TopicsApply;
import io.peerwatch.schemas.progress.Progress;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.TopicSpec;
import io.peerwatch.schemas.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Three brokers and a registry in this process, on free ports and a folder of their own, for one
 * fault after the other: each has its own topics. Everything is gone when it is closed.
 */
public final class Laboratory implements AutoCloseable {
  public static final int BROKERS = 3;
  private static final int PARTITIONS = 4;

  /**
   * Samples of any year are kept, brokers go without a word, and a transaction that timed out is
   * aborted within a second, as the docs advise.
   */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "log.initial.task.delay.ms", "86400000",
          "log.retention.check.interval.ms", "86400000",
          "controlled.shutdown.enable", "false",
          "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");

  private static final TopicLayout LAYOUT =
      new TopicLayout(OptionalInt.of(PARTITIONS), OptionalInt.of(BROKERS), true);

  private final long seed;
  private final Progress progress;
  private final Path folder;
  private final LocalCluster cluster;
  private final Map<Integer, FleetLoad> loads = new HashMap<>();
  private final Thread whenInterrupted = new Thread(this::abandon, "faults-interrupted");
  private int connections;

  private Laboratory(long seed, Progress progress, Path folder, LocalCluster cluster) {
    this.seed = seed;
    this.progress = progress;
    this.folder = folder;
    this.cluster = cluster;
  }

  /**
   * @param seed of everything that is drawn at random
   */
  public static Laboratory start(long seed, Progress progress) throws IOException {
    Path folder = Files.createTempDirectory("peerwatch-faults");
    try {
      var settings = new LocalSettings(BROKERS, 0, 0, folder.resolve("kafka"), List.of(), SETTINGS);
      var laboratory = new Laboratory(seed, progress, folder, LocalCluster.start(settings));
      Runtime.getRuntime().addShutdownHook(laboratory.whenInterrupted);
      return laboratory;
    } catch (RuntimeException e) {
      delete(folder);
      throw e;
    }
  }

  public long seed() {
    return seed;
  }

  public Progress progress() {
    return progress;
  }

  public LocalCluster cluster() {
    return cluster;
  }

  /** To this cluster, with topics that nobody used before. */
  public ConnectionSettings newConnection(String fault) {
    return newConnection(fault, cluster.registryUrl());
  }

  /** The same by way of another registry of this cluster. */
  public ConnectionSettings newConnection(String fault, String registryUrl) {
    String prefix = fault + "-" + ++connections + ".";
    var connection = ConnectionSettings.of(cluster.bootstrapServers(), registryUrl, prefix);
    new TopicsApply(connection, LAYOUT).run();
    keepEveryRecord(connection, Topics.BUDGET_LEDGER);
    return connection;
  }

  /** A broker compacts when it likes, so that what is left would differ by chance. */
  private static void keepEveryRecord(ConnectionSettings connection, TopicSpec<?> topic) {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, connection.topic(topic));
    var delete =
        new ConfigEntry(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
    try (Admin admin = Admin.create(connection.kafkaClient())) {
      admin
          .incrementalAlterConfigs(
              Map.of(resource, List.of(new AlterConfigOp(delete, AlterConfigOp.OpType.SET))))
          .all()
          .get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the topic's settings could not be changed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** A folder of that name that is not there yet. */
  public Path folder(String name) {
    return folder.resolve(name + "-" + ++connections);
  }

  /** A fleet of so many groups with what an undisturbed run makes of it; made once. */
  public FleetLoad load(int groups) throws Exception {
    FleetLoad load = loads.get(groups);
    if (load == null) {
      load = FleetLoad.make(this, groups);
      loads.put(groups, load);
    }
    return load;
  }

  /** The process is ended amid its work: no instance and no file may outlive it. */
  private void abandon() {
    StreamInstance.killAll();
    try {
      delete(folder);
    } catch (IOException e) {
      System.err.println("not all of " + folder + " could be deleted: " + e.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    Runtime.getRuntime().removeShutdownHook(whenInterrupted);
    cluster.close();
    delete(folder);
  }

  private static void delete(Path folder) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(folder)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }
}
