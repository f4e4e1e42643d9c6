package io.peerwatch.detection.capacity;

/**
 * What to do about a group's room.
 *
 * @param action null when not known
 * @param hosts how many to add or remove, at least 1; null when the action is about no number
 * @param reason one sentence that explains it; empty without an action
 */
public record Advice(CapacityAction action, Integer hosts, String reason) {
  public static final Advice UNKNOWN = new Advice(null, null, "");
}
