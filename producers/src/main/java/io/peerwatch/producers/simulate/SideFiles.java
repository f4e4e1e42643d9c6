package io.peerwatch.producers.simulate;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Files that a simulation writes beside its samples; each only where it is told.
 *
 * @param truth labels of the faults
 * @param events what happened harmlessly
 * @param capacities what every host can serve
 */
public record SideFiles(Optional<Path> truth, Optional<Path> events, Optional<Path> capacities) {
  public static final SideFiles NONE =
      new SideFiles(Optional.empty(), Optional.empty(), Optional.empty());
}
