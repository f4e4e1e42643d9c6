package io.peerwatch.streams.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * The name of an instance that was given none: drawn once and kept beside its state, so that an
 * instance that starts again is the same to its group and gets its share of the work back without
 * the others noticing.
 */
final class InstanceId {
  private static final String FILE = "instance-id";

  private InstanceId() {}

  /**
   * The name in the folder, which is made when it is not there.
   *
   * @throws StreamStartException when the folder cannot be read or written
   */
  static String keptIn(Path stateFolder) {
    Path file = stateFolder.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        draw(stateFolder, file);
      }
      String kept = Files.readString(file, StandardCharsets.UTF_8).strip();
      if (kept.isEmpty()) {
        throw new StreamStartException(
            "%s is empty: delete it, or give --instance-id".formatted(file), null);
      }
      return kept;
    } catch (IOException e) {
      throw new StreamStartException(
          "The state folder %s cannot be used: %s".formatted(stateFolder, e), e);
    }
  }

  /** A file that is there is whole, whenever the process is killed. */
  private static void draw(Path stateFolder, Path file) throws IOException {
    Files.createDirectories(stateFolder);
    Path draft = Files.createTempFile(stateFolder, FILE, ".draft");
    Files.writeString(draft, UUID.randomUUID().toString(), StandardCharsets.UTF_8);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
