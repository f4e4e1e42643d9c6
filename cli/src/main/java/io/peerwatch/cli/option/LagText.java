package io.peerwatch.cli.option;

import io.peerwatch.streams.health.LagBound;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A lag as people write it: a duration, or a whole number of records. */
public final class LagText implements ITypeConverter<LagBound> {
  @Override
  public LagBound convert(String text) {
    try {
      return text.strip().matches("\\d{1,18}")
          ? LagBound.records(Long.parseLong(text.strip()))
          : LagBound.within(DurationText.parse(text));
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage() + ", or give a number of records");
    }
  }
}
