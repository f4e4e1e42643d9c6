package io.peerwatch.proof.bench.pipeline.contestant;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.streams.StreamsConfig;

/** Who is compared. */
public enum Contestant {
  /** A consumer that counts records and looks at nothing. */
  PLAIN_BYTES("plain consumer, bytes only", order -> new PlainConsumerRun(order, false)),
  /** A consumer that decodes each value into a generic record. */
  PLAIN_DECODED("plain consumer, decoded", order -> new PlainConsumerRun(order, true)),
  /** A Streams application of one processor that counts generic records. */
  PASS_THROUGH_AT_LEAST_ONCE(
      "pass-through, at least once",
      order -> new PassThroughRun(order, StreamsConfig.AT_LEAST_ONCE)),
  /** The same, exactly once. */
  PASS_THROUGH(
      "pass-through, exactly once",
      order -> new PassThroughRun(order, StreamsConfig.EXACTLY_ONCE_V2)),
  /** Hosts held against their peers' median as a textbook would, exactly once. */
  TEXTBOOK("textbook, exactly once", TextbookRun::new),
  /** Ours, its first step alone: samples are read from bytes and believed. */
  OURS_READ("ours: samples read", order -> new StepsRun(order, StepsRun.Steps.READ)),
  /** And gathered into windows that survive a kill. */
  OURS_GATHERED("ours: and gathered", order -> new StepsRun(order, StepsRun.Steps.GATHERED)),
  /** And judged, with memory that survives, and readings laid out, but nothing told. */
  OURS_JUDGED("ours: and judged", order -> new StepsRun(order, StepsRun.Steps.JUDGED)),
  /** The whole topology as users run it. */
  PEERWATCH("peerwatch, exactly once", PeerwatchRun::new);

  /** Those that are compared unless others are asked for: without steps of ours. */
  public static final Set<Contestant> USUAL =
      Collections.unmodifiableSet(
          EnumSet.complementOf(EnumSet.of(OURS_READ, OURS_GATHERED, OURS_JUDGED)));

  private final String title;
  private final Function<RunOrder, ContestantRun> opening;

  Contestant(String title, Function<RunOrder, ContestantRun> opening) {
    this.title = title;
    this.opening = opening;
  }

  public String title() {
    return title;
  }

  /** As options and JSON name it: {@code pass-through}. */
  public String symbol() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one of that symbol. */
  public static Contestant of(String symbol) {
    return Arrays.stream(values())
        .filter(contestant -> contestant.symbol().equals(symbol))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no contestant is called " + symbol));
  }

  ContestantRun open(RunOrder order) {
    return opening.apply(order);
  }
}
