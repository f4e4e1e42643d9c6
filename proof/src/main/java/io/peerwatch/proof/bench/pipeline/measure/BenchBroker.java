package io.peerwatch.proof.bench.pipeline.measure;

import io.peerwatch.local.LocalCluster;
import io.peerwatch.local.LocalSettings;
import io.peerwatch.schemas.settings.ConnectionSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** A broker and a registry of the benchmark's own, in a folder that is removed at the end. */
public final class BenchBroker implements AutoCloseable {
  /**
   * Samples keep the year that they are from, which retention would delete; and threads that start
   * together shall share the partitions from the first record on.
   */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "log.initial.task.delay.ms", "86400000",
          "log.retention.check.interval.ms", "86400000",
          "group.initial.rebalance.delay.ms", "500");

  private final Path folder;
  private final LocalCluster cluster;
  private final Admin admin;

  private BenchBroker(Path folder, LocalCluster cluster) {
    this.folder = folder;
    this.cluster = cluster;
    this.admin =
        Admin.create(
            Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrapServers()));
  }

  public static BenchBroker start() {
    try {
      Path folder = Files.createTempDirectory("peerwatch-bench");
      var settings = new LocalSettings(1, 0, 0, folder.resolve("kafka"), List.of(), SETTINGS);
      try {
        return new BenchBroker(folder, LocalCluster.start(settings));
      } catch (RuntimeException e) {
        delete(folder);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder for the broker", e);
    }
  }

  /** For topics that start with a prefix. */
  public ConnectionSettings connection(String prefix) {
    return ConnectionSettings.of(cluster.bootstrapServers(), cluster.registryUrl(), prefix);
  }

  public Admin admin() {
    return admin;
  }

  /** Makes a topic. */
  public void create(NewTopic topic) {
    Offsets.get(admin.createTopics(List.of(topic)).all());
  }

  /** Removes all topics that start so. */
  public void removeTopics(String prefix) {
    List<String> all =
        Offsets.get(admin.listTopics().names()).stream()
            .filter(topic -> topic.startsWith(prefix))
            .toList();
    Offsets.get(admin.deleteTopics(all).all());
  }

  /** A folder within the benchmark's own. */
  public Path folder(String name) {
    return folder.resolve(name);
  }

  /** Also when it was a wish to stop that led here: what was started is ended all the same. */
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    try {
      admin.close();
      cluster.close();
    } finally {
      removeFolder();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void removeFolder() {
    try {
      delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + folder, e);
    }
  }

  /** Removes a folder and what is in it, if it is there. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(folder)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (Path file : deepestFirst) {
      Files.deleteIfExists(file);
    }
  }
}
