package io.peerwatch.detection.verdict;

/**
 * Whose turn it is to teach what hosts have in common: so many of them in a window. More of them
 * tell hardly more, and take time in large groups.
 */
final class Teachers {

  private static final int MOST = 256;

  /** The first place of those whose turn it is. */
  final int from;

  /** The first that is not among them any more. */
  final int to;

  /** In how many windows every host has its turn once. */
  final int turns;

  /**
   * @param places of hosts in columns
   * @param age windows that the group was compared in
   */
  Teachers(int places, double age) {
    turns = Math.max(1, (places + MOST - 1) / MOST);
    int turn = (int) (age % turns);
    from = (int) (places * (long) turn / turns);
    to = (int) (places * (turn + 1L) / turns);
  }
}
