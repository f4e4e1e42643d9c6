package io.peerwatch.local.broker;

import io.peerwatch.local.LocalStartException;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import org.apache.kafka.common.Uuid;

/**
 * What makes a restart find its data again. Kept beside the data, because the brokers refuse
 * folders of another cluster, and because a quorum can't change its size by restarting.
 *
 * @param clusterId Kafka's own form, 22 characters of base64
 * @param brokers how many nodes the data was made with
 */
record ClusterIdentity(String clusterId, int brokers) {
  private static final String FILE = "cluster.properties";
  private static final String CLUSTER_ID = "cluster.id";
  private static final String BROKERS = "brokers";

  /** The identity kept in the folder, or a new one, written down before any node is formatted. */
  static ClusterIdentity readOrCreate(Path folder, int brokers) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      ClusterIdentity created = new ClusterIdentity(Uuid.randomUuid().toString(), brokers);
      created.write(file);
      return created;
    }
    ClusterIdentity kept = read(file);
    if (kept.brokers() != brokers) {
      throw new LocalStartException(
          "the data in %s belongs to %d broker(s), not %d; start with --brokers %d, or choose another folder with --data"
              .formatted(folder, kept.brokers(), brokers, kept.brokers()));
    }
    return kept;
  }

  private static ClusterIdentity read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    try {
      return new ClusterIdentity(
          Uuid.fromString(properties.getProperty(CLUSTER_ID, "")).toString(),
          Integer.parseInt(properties.getProperty(BROKERS, "")));
    } catch (IllegalArgumentException damaged) {
      throw new LocalStartException(
          "%s is damaged; restore it, or delete the folder to start afresh".formatted(file),
          damaged);
    }
  }

  /** Moved into place whole, so a crash leaves the old file or the new one. */
  private void write(Path file) throws IOException {
    Properties properties = new Properties();
    properties.setProperty(CLUSTER_ID, clusterId);
    properties.setProperty(BROKERS, Integer.toString(brokers));
    Path unfinished = file.resolveSibling(FILE + ".new");
    try (Writer writer = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
      properties.store(writer, "A local Peerwatch cluster. Delete the whole folder or nothing.");
    }
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
