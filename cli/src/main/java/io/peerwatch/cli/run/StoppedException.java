package io.peerwatch.cli.run;

/** The user ended the command while it waited: nothing failed, exit code 0. */
public final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
