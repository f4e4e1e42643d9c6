package io.peerwatch.local.broker;

import io.peerwatch.local.LocalStartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder that a local cluster lives in: a lock that keeps a second process out, the cluster's
 * identity, and one folder per node.
 */
final class DataFolder implements AutoCloseable {
  private static final String LOCK_FILE = "peerwatch-local.lock";

  private final Path folder;
  private final FileChannel lockFile;
  private final ClusterIdentity identity;

  private DataFolder(Path folder, FileChannel lockFile, ClusterIdentity identity) {
    this.folder = folder;
    this.lockFile = lockFile;
    this.identity = identity;
  }

  /** Makes the folder if it is missing and locks it until closed. */
  static DataFolder open(Path folder, int brokers) {
    Path absolute = folder.toAbsolutePath().normalize();
    FileChannel lockFile = null;
    try {
      Files.createDirectories(absolute);
      lockFile = lock(absolute);
      return new DataFolder(absolute, lockFile, ClusterIdentity.readOrCreate(absolute, brokers));
    } catch (FileAlreadyExistsException file) {
      throw new LocalStartException(
          "%s is a file; choose a folder with --data".formatted(absolute), file);
    } catch (IOException failure) {
      release(lockFile);
      throw new LocalStartException(
          "the data folder %s can't be used (%s); choose another with --data"
              .formatted(absolute, failure),
          failure);
    } catch (LocalStartException refused) {
      release(lockFile);
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
    release(lockFile);
  }

  private static FileChannel lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isLocked(channel)) {
      channel.close();
      throw new LocalStartException(
          "the data folder %s is in use by another Peerwatch; stop that one, or choose another folder with --data"
              .formatted(folder));
    }
    return channel;
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldInThisProcess) {
      return false;
    }
  }

  private static void release(FileChannel lockFile) {
    if (lockFile == null) {
      return;
    }
    try {
      lockFile.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
