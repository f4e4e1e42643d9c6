package io.peerwatch.cli.option;

import java.util.Set;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Gives options that the command line doesn't name their value from the environment or file. */
public final class OptionDefaults implements IDefaultValueProvider {
  /** About one call, never about an installation; and what {@link OptionSources} reads itself. */
  private static final Set<String> NEVER = Set.of("--help", "--version", "--config");

  private final OptionSources sources;

  public OptionDefaults(OptionSources sources) {
    this.sources = sources;
  }

  /** The value, or null for the option's own default, as the parser wants it. */
  @Override
  public String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option) || NEVER.contains(option.longestName())) {
      return null;
    }
    return sources.value(option.longestName()).orElse(null);
  }
}
