package io.peerwatch.cli.option;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Enums of the contracts as people write them: {@code false-alarm}; never UNKNOWN. */
public final class SymbolText<E extends Enum<E>> implements ITypeConverter<E> {
  private final Class<E> type;

  public SymbolText(Class<E> type) {
    this.type = type;
  }

  @Override
  public E convert(String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(SymbolText::isKnown)
        .filter(
            value -> written(value).equals(text.strip().toLowerCase(Locale.ROOT).replace('_', '-')))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is none of %s"
                        .formatted(
                            text,
                            Arrays.stream(type.getEnumConstants())
                                .filter(SymbolText::isKnown)
                                .map(SymbolText::written)
                                .collect(Collectors.joining(", ")))));
  }

  private static boolean isKnown(Enum<?> value) {
    return !value.name().equals("UNKNOWN");
  }

  private static String written(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
