package io.peerwatch.detection.state;

/** Stored state has a layout that this release cannot read. */
public final class StateVersionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StateVersionException(String what, int version, int newest) {
    super(
        what
            + " is stored in layout "
            + version
            + ", this release reads up to "
            + newest
            + ": run the release that wrote it, or a newer one");
  }

  /** Checks a version byte that was read; returns it. */
  public static int requireKnown(String what, int version, int newest) {
    if (version < 1 || version > newest) {
      throw new StateVersionException(what, version, newest);
    }
    return version;
  }
}
