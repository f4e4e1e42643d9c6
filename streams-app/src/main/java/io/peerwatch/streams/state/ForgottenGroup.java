package io.peerwatch.streams.state;

/**
 * Says to each step that nothing has to be remembered of a group any more: what it stores of the
 * group is deleted. When the group is heard again, it is a new one.
 *
 * @param at when, in event time: its last window's end and how long it was silent, in epoch
 *     milliseconds
 */
public record ForgottenGroup(long at) {}
