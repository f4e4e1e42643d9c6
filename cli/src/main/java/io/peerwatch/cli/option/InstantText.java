package io.peerwatch.cli.option;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Points in time as people and files write them: ISO-8601 with its offset ({@code
 * 2026-01-31T00:00Z}, {@code 2026-01-31T01:00:00+01:00}), or epoch milliseconds.
 */
public final class InstantText implements ITypeConverter<Instant> {
  private static final Pattern MILLIS = Pattern.compile("-?\\d{1,15}");

  @Override
  public Instant convert(String text) {
    String time = text.strip();
    if (MILLIS.matcher(time).matches()) {
      return Instant.ofEpochMilli(Long.parseLong(time));
    }
    try {
      return OffsetDateTime.parse(time).toInstant();
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "'%s' is not a time: write it like 2026-01-31T08:00Z, or as epoch milliseconds"
              .formatted(text));
    }
  }
}
