package io.peerwatch.local.broker;

import io.peerwatch.local.LocalStartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a data folder for one cluster: against other processes by a lock on a file, which the
 * system lets go when the process dies, however it dies.
 *
 * <p>Within this process by a list, because POSIX systems drop a process's lock on a file as soon
 * as it closes any handle on it: opening the file just to find it locked would unlock it.
 */
final class FolderLock implements AutoCloseable {
  private static final String FILE = "peerwatch-local.lock";
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel file;

  private FolderLock(Path folder, FileChannel file) {
    this.folder = folder;
    this.file = file;
  }

  /**
   * @param folder there already
   */
  static FolderLock take(Path folder) throws IOException {
    Path real = folder.toRealPath();
    if (!HELD.add(real)) {
      throw inUse(folder);
    }
    FileChannel file = null;
    try {
      file =
          FileChannel.open(real.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (file.tryLock() == null) {
        throw inUse(folder);
      }
      return new FolderLock(real, file);
    } catch (IOException | LocalStartException refused) {
      HELD.remove(real);
      if (file != null) {
        file.close();
      }
      throw refused;
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } finally {
      HELD.remove(folder);
    }
  }

  private static LocalStartException inUse(Path folder) {
    return new LocalStartException(
        "the data folder %s is in use by another Peerwatch; stop that one, or choose another folder with --data"
            .formatted(folder));
  }
}
