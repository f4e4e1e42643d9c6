package io.peerwatch.detection.verdict;

/** How a group looked in one window. NOT_JUDGED has a reason and never means normal. */
public enum GroupState {
  NORMAL,
  SUSPECTS,
  GROUP_SHIFT,
  SUBGROUP,
  PAIR_DIVERGED,
  GROUP_SILENT,
  NOT_JUDGED
}
