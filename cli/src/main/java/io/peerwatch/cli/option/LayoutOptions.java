package io.peerwatch.cli.option;

import io.peerwatch.schemas.apply.TopicLayout;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What an installation may choose about its topics. */
public final class LayoutOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description =
          "Partitions of every topic keyed by group, all alike."
              + " Default: as many as are there, else 24")
  private Integer partitions;

  @Option(
      names = "--replication",
      paramLabel = "N",
      description =
          "Copies of every partition. Default: 3, or one per broker where there are fewer")
  private Integer replication;

  @Option(
      names = "--retention",
      paramLabel = "RETENTION",
      defaultValue = "standard",
      description =
          "standard: what each topic needs. unlimited: nothing is deleted for its age, for"
              + " replays that keep their times. Default: ${DEFAULT-VALUE}")
  private Retention retention;

  /** How long topics keep their records. */
  enum Retention {
    STANDARD,
    UNLIMITED
  }

  /** The layout; a {@link ParameterException} says what can't be. */
  public TopicLayout layout() {
    try {
      return new TopicLayout(
          optional(partitions), optional(replication), retention == Retention.UNLIMITED);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }

  private static OptionalInt optional(Integer number) {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
