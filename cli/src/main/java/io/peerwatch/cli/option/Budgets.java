package io.peerwatch.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** False alarms a group and week as people list them: {@code 3}, or {@code 3/week} as elsewhere. */
public final class Budgets implements ITypeConverter<Double> {
  @Override
  public Double convert(String text) {
    String rate = text.strip();
    try {
      return WeeklyRate.parse(rate.contains("/") ? rate : rate + "/week").perWeek();
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(
          "'" + text + "' is no budget above 0: write 3, or 1,3,7, or 0.5/day");
    }
  }
}
