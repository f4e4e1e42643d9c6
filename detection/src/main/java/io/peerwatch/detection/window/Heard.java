package io.peerwatch.detection.window;

/** What the log brings to a window: a host's sample, or a tick of elapsed time. */
public sealed interface Heard permits Sample, Tick {}
