package io.peerwatch.streams.source;

import java.util.List;

/** What intake believed of a {@link Stretch}, in the order of the log. */
public record BelievedStretch(List<Believed> believed) {}
