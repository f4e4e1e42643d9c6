package io.peerwatch.detection.state;

/**
 * In which layout the memory of a judge is stored, and what that layout knows of. What an older one
 * does not know begins as if the group were young.
 *
 * @param version {@value #OLDEST} to {@value #NEWEST}
 */
public record JudgeLayout(int version) {

  public static final int NEWEST = 8;

  /** Those before were never released. */
  private static final int OLDEST = 6;

  public JudgeLayout {
    StateVersionException.requireKnown("the memory of a group", version, OLDEST, NEWEST);
  }

  /** Whether it is remembered how restless hosts are. */
  public boolean knowsUnrest() {
    return version >= 7;
  }

  /** Whether means of hours are remembered, and when the group itself was last in trouble. */
  public boolean knowsLingering() {
    return version >= 8;
  }

  /** Whether it is remembered which way a group's medians move together. */
  public boolean knowsCommonWay() {
    return version >= 8;
  }
}
