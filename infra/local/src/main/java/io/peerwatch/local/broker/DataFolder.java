package io.peerwatch.local.broker;

import io.peerwatch.local.LocalStartException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that a local cluster lives in: locked, with its identity and a folder per node. */
final class DataFolder implements AutoCloseable {
  private final Path folder;
  private final FolderLock lock;
  private final ClusterIdentity identity;

  private DataFolder(Path folder, FolderLock lock, ClusterIdentity identity) {
    this.folder = folder;
    this.lock = lock;
    this.identity = identity;
  }

  /** Makes the folder if it is missing and locks it until closed. */
  static DataFolder open(Path folder, int brokers) {
    Path absolute = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(absolute);
      return openLocked(absolute, FolderLock.take(absolute), brokers);
    } catch (FileAlreadyExistsException file) {
      throw new LocalStartException(
          "%s is a file; choose a folder with --data".formatted(absolute), file);
    } catch (IOException failure) {
      throw new LocalStartException(
          "the data folder %s can't be used (%s); choose another with --data"
              .formatted(absolute, failure),
          failure);
    }
  }

  private static DataFolder openLocked(Path folder, FolderLock lock, int brokers)
      throws IOException {
    try {
      return new DataFolder(folder, lock, ClusterIdentity.readOrCreate(folder, brokers));
    } catch (IOException | LocalStartException refused) {
      lock.close();
      throw refused;
    }
  }

  ClusterIdentity identity() {
    return identity;
  }

  Path nodeFolder(int nodeId) {
    return folder.resolve("broker-" + nodeId);
  }

  @Override
  public void close() {
    lock.close();
  }
}
