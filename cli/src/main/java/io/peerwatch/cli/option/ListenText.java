package io.peerwatch.cli.option;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Where to listen as people write it: {@code 127.0.0.1:9465}, {@code [::1]:0}, {@code none}. */
public final class ListenText implements ITypeConverter<ListenText.Listen> {
  private static final Pattern FORM = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^:\\s]+):(\\d{1,5})");
  private static final int PORT_MAX = 65_535;

  /**
   * @param address empty for nowhere
   */
  public record Listen(Optional<InetSocketAddress> address) {}

  @Override
  public Listen convert(String text) {
    if (text.equals("none")) {
      return new Listen(Optional.empty());
    }
    Matcher form = FORM.matcher(text);
    if (!form.matches() || Integer.parseInt(form.group(2)) > PORT_MAX) {
      throw new TypeConversionException(
          "'%s' is no place to listen: write HOST:PORT, such as 127.0.0.1:9465, or none"
              .formatted(text));
    }
    var address = new InetSocketAddress(form.group(1), Integer.parseInt(form.group(2)));
    if (address.isUnresolved()) {
      throw new TypeConversionException(
          "'%s' is no host that is known here".formatted(form.group(1)));
    }
    return new Listen(Optional.of(address));
  }
}
