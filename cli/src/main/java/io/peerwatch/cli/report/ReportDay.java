package io.peerwatch.cli.report;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A UTC day: a date, or yesterday. */
final class ReportDay implements ITypeConverter<LocalDate> {

  @Override
  public LocalDate convert(String text) {
    if (text.equals("yesterday")) {
      return LocalDate.now(ZoneOffset.UTC).minusDays(1);
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "'" + text + "' is no day: write it as 2026-03-14, or yesterday");
    }
  }
}
