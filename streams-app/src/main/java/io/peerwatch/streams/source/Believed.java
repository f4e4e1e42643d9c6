package io.peerwatch.streams.source;

import io.peerwatch.detection.window.Heard;

/** What intake believed, and the record that it was made of. */
public record Believed(Heard heard, SourceRecord source) {}
