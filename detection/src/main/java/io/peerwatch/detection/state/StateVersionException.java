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

  private StateVersionException(String what, int version, int oldest, int newest) {
    super(
        "%s is stored in layout %d, this release reads %d to %d: reset the application's state (its changelog topics), or run the release that wrote it"
            .formatted(what, version, oldest, newest));
  }

  /** Checks a version byte that was read; returns it. */
  public static int requireKnown(String what, int version, int newest) {
    return requireKnown(what, version, 1, newest);
  }

  /** The same where layouts before {@code oldest} were never released. */
  public static int requireKnown(String what, int version, int oldest, int newest) {
    if (version > newest || version < 1) {
      throw new StateVersionException(what, version, newest);
    }
    if (version < oldest) {
      throw new StateVersionException(what, version, oldest, newest);
    }
    return version;
  }
}
