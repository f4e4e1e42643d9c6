package io.peerwatch.streams.window;

import io.peerwatch.detection.window.TickCount;

/**
 * A place in the log.
 *
 * @param ticks as counted before the record at the offset
 */
record Progress(long offset, TickCount ticks) {}
