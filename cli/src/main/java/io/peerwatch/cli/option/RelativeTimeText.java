package io.peerwatch.cli.option;

import java.time.Instant;
import java.time.InstantSource;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Times of what a person does now: as {@link InstantText} reads them, {@code now}, or as long from
 * now: {@code +2h} ahead, {@code -30m} ago.
 */
public final class RelativeTimeText implements ITypeConverter<Instant> {
  private final InstantSource clock;
  private final InstantText absolute = new InstantText();

  /** By the system's clock. */
  public RelativeTimeText() {
    this(InstantSource.system());
  }

  RelativeTimeText(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Instant convert(String text) {
    var time = text.strip();
    try {
      if (time.equals("now")) {
        return Instant.ofEpochMilli(clock.millis());
      }
      if (time.startsWith("+")) {
        return Instant.ofEpochMilli(clock.millis()).plus(DurationText.parse(time.substring(1)));
      }
      if (time.startsWith("-")) {
        return Instant.ofEpochMilli(clock.millis()).minus(DurationText.parse(time.substring(1)));
      }
      return absolute.convert(time);
    } catch (IllegalArgumentException | TypeConversionException e) {
      throw new TypeConversionException(
          "'%s' is not a time: write it like 2026-01-31T08:00Z, as epoch milliseconds, now, +2h or -30m"
              .formatted(text));
    }
  }
}
