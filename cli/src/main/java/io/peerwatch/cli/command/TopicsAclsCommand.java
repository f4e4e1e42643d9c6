package io.peerwatch.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.peerwatch.cli.option.ConnectionOptions;
import io.peerwatch.cli.run.Session;
import io.peerwatch.schemas.access.Access;
import io.peerwatch.schemas.access.Right;
import io.peerwatch.schemas.settings.ConnectionSettings;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code peerwatch topics acls}. */
@Command(
    name = "acls",
    header = "Print the least rights that each command needs. Connects to nothing.",
    description = {
      "As lines for kafka-acls, to be run by somebody who may grant them. Each command has a user"
          + " of its own, User:peerwatch-COMMAND, unless told otherwise."
    },
    footer = {
      "Examples:",
      "  peerwatch topics acls stream --principal User:peerwatch",
      "  peerwatch topics acls --bootstrap-servers kafka-1:9093 > grants.sh"
    })
final class TopicsAclsCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Session session;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "COMMAND",
      arity = "0..*",
      description = "Only these commands, such as stream or topics-apply. Default: all")
  private List<String> commands = List.of();

  @Option(
      names = "--principal",
      paramLabel = "User:NAME",
      description = "Whom to grant them. Default: User:peerwatch-COMMAND")
  private String principal;

  @Option(names = "--json", description = "One JSON object a line for each right.")
  private boolean json;

  @Mixin private final ConnectionOptions connection;

  TopicsAclsCommand(Session session) {
    this.session = session;
    this.connection = new ConnectionOptions(session.sources());
  }

  @Override
  public Integer call() throws JsonProcessingException {
    ConnectionSettings settings = connection.settings();
    for (Access access : accesses()) {
      if (json) {
        printJson(access, access.rights(settings.prefix()));
      } else {
        printLines(access, settings);
      }
    }
    return 0;
  }

  private void printLines(Access access, ConnectionSettings settings) {
    session.terminal().line("# " + access.command());
    var lines = new KafkaAclsLines(settings.bootstrapServers(), principalOf(access));
    lines.of(access.rights(settings.prefix())).forEach(session.terminal()::line);
  }

  private void printJson(Access access, List<Right> rights) throws JsonProcessingException {
    for (Right right : rights) {
      var object = JSON.createObjectNode();
      object.put("command", access.command()).put("principal", principalOf(access));
      object.put("resourceType", right.resource().resourceType().name());
      object.put("name", right.resource().name());
      object.put("patternType", right.resource().patternType().name());
      object.put("operation", right.operation().name());
      session.terminal().line(JSON.writeValueAsString(object));
    }
  }

  private String principalOf(Access access) {
    return principal == null ? "User:peerwatch-" + access.argument() : principal;
  }

  private List<Access> accesses() {
    return commands.isEmpty()
        ? List.of(Access.values())
        : commands.stream().map(this::accessOf).toList();
  }

  private Access accessOf(String argument) {
    List<String> known = Stream.of(Access.values()).map(Access::argument).toList();
    int index = known.indexOf(argument);
    if (index < 0) {
      throw new ParameterException(
          spec.commandLine(),
          "'%s' is no command that needs rights: %s".formatted(argument, String.join(", ", known)));
    }
    return Access.values()[index];
  }
}
