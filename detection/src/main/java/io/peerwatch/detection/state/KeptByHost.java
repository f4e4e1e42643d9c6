package io.peerwatch.detection.state;

import java.io.DataOutput;
import java.io.IOException;
import java.util.Set;

/**
 * What is known of a group, kept as one part for the group and one part for each host, so that no
 * part outgrows a record of the log however many hosts there are, and a part is written only when
 * it changed.
 *
 * <p>The law that every implementation keeps: written, read back and carried on, it gives the same
 * bytes out as if it had never stopped.
 */
public interface KeptByHost {

  /** Writes what belongs to the group as a whole, a version byte first. */
  void writeGroup(DataOutput out) throws IOException;

  /** Writes what belongs to one host, a version byte first. */
  void writeHost(String host, DataOutput out) throws IOException;

  /** Hosts whose part changed since {@link #markWritten()}, sorted. */
  Set<String> changedHosts();

  /** Hosts that are gone since {@link #markWritten()}, sorted; their parts are to be deleted. */
  Set<String> removedHosts();

  /** Whether the group's own part changed since {@link #markWritten()}. */
  boolean groupChanged();

  /** Says that all changes were written. */
  void markWritten();
}
