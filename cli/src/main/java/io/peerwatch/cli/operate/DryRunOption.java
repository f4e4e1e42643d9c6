package io.peerwatch.cli.operate;

import picocli.CommandLine.Option;

/** Whether to write. */
public final class DryRunOption {
  @Option(names = "--dry-run", description = "Show what would be written, and write nothing.")
  private boolean dryRun;

  public boolean dryRun() {
    return dryRun;
  }
}
