package io.peerwatch.cli.policy;

import io.peerwatch.cli.operate.Table;
import io.peerwatch.cli.option.ConnectionOptions;
import io.peerwatch.cli.option.RelativeTimeText;
import io.peerwatch.cli.run.CommandFailedException;
import io.peerwatch.cli.run.Connecting;
import io.peerwatch.cli.run.Session;
import io.peerwatch.consumers.table.TopicTable;
import io.peerwatch.detection.policy.PolicyVersion;
import io.peerwatch.schemas.avro.GroupPolicy;
import io.peerwatch.schemas.avro.HostInfo;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.Names;
import io.peerwatch.schemas.topics.Topics;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code peerwatch policy show}. */
@Command(
    name = "show",
    header = "Show what policies say of a group, or of the groups of a host, and which says it.",
    description = {
      "A name that the inventory has as a host is shown with each of its groups; any other is taken"
          + " for a group. What no policy says is left to the options of stream."
    },
    footer = {
      "Examples:",
      "  peerwatch policy show web-eu",
      "  peerwatch policy show web-07 --at 2026-12-01T00:00Z",
    })
final class PolicyShowCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "HOST-OR-GROUP", description = "A host of the inventory, or a group.")
  private String name;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      converter = RelativeTimeText.class,
      defaultValue = "now",
      description = "For a window that starts then. Default: ${DEFAULT-VALUE}")
  private Instant at;

  @Mixin private final ConnectionOptions connection;

  PolicyShowCommand(Session session) {
    this.session = session;
    this.connection = new ConnectionOptions(session.sources());
  }

  @Override
  public Integer call() throws InterruptedException {
    if (!Names.isName(name)) {
      throw new CommandFailedException(
          "'%s' can name no group or host: 1 to 200 of A-Z a-z 0-9 . _ : / -".formatted(name));
    }
    var settings = new Connecting(session).toBoth(connection);
    var versions = new PolicyTopics(session, settings).versions();
    List<String> groups = groupsOf(name, settings);
    for (String group : groups.isEmpty() ? List.of(name) : groups) {
      session.terminal().line(groups.isEmpty() ? "group " + group : name + " in group " + group);
      show(group, versions);
    }
    return 0;
  }

  private List<String> groupsOf(String host, ConnectionSettings settings) {
    return TopicTable.latest(settings, Topics.HOST_INVENTORY, session.terminal()::note)
        .values()
        .stream()
        .filter(info -> info.getHost().equals(host))
        .map(HostInfo::getGroup)
        .toList();
  }

  private void show(String group, List<GroupPolicy> versions) {
    Map<String, String[]> effective = new TreeMap<>();
    long time = at.toEpochMilli();
    inForce(group, versions, time)
        .forEach(
            (pattern, policy) ->
                PolicyFields.said(policy)
                    .forEach((path, text) -> effective.put(path, new String[] {text, pattern})));
    if (effective.isEmpty()) {
      session.terminal().line("  no policy says anything of it");
    } else {
      var table = new Table("FIELD", "VALUE", "FROM");
      effective.forEach((path, said) -> table.row(path, said[0], said[1]));
      table.to(session.terminal());
    }
    nextChange(group, versions)
        .ifPresent(
            next ->
                session
                    .terminal()
                    .line(
                        "  %s takes effect at %s"
                            .formatted(next.getPattern(), next.getValidFrom())));
  }

  /** The first version to take effect for the group later than at the time asked for. */
  private Optional<GroupPolicy> nextChange(String group, List<GroupPolicy> versions) {
    return versions.stream()
        .filter(version -> version.getValidFrom() != null && version.getValidFrom().isAfter(at))
        .sorted(Comparator.comparing(GroupPolicy::getValidFrom))
        .filter(
            version -> {
              long then = version.getValidFrom().toEpochMilli();
              return inForce(group, versions, then).get(version.getPattern()) == version;
            })
        .findFirst();
  }

  /** The records in force by pattern, the lowest first. */
  private Map<String, GroupPolicy> inForce(String group, List<GroupPolicy> versions, long time) {
    Map<String, GroupPolicy> records = new LinkedHashMap<>();
    for (PolicyVersion version : PolicyTopics.book(versions).inForce(group, time)) {
      GroupPolicy record = null;
      for (GroupPolicy candidate : versions) {
        boolean valid =
            candidate.getValidFrom() == null || candidate.getValidFrom().toEpochMilli() <= time;
        if (candidate.getPattern().equals(version.pattern())
            && valid
            && PolicyFields.problem(candidate).isEmpty()) {
          record = candidate;
        }
      }
      records.put(version.pattern(), record);
    }
    return records;
  }
}
