package io.peerwatch.cli.inventory;

import io.peerwatch.cli.operate.Operating;
import io.peerwatch.cli.operate.Table;
import io.peerwatch.cli.operate.Words;
import io.peerwatch.cli.option.ConnectionOptions;
import io.peerwatch.cli.run.Connecting;
import io.peerwatch.cli.run.Session;
import io.peerwatch.producers.operate.Operated;
import io.peerwatch.schemas.avro.HostInfo;
import io.peerwatch.schemas.json.JsonLines;
import io.peerwatch.schemas.topics.NamePattern;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code peerwatch inventory list}. */
@Command(
    name = "list",
    header = "List the hosts of the inventory, by group.",
    footer = {
      "Examples:",
      "  peerwatch inventory list",
      "  peerwatch inventory list --group 'web-*' --json",
    })
final class InventoryListCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--group",
      paramLabel = "PATTERN",
      defaultValue = "*",
      description = "Only these groups; * stands for any text.")
  private NamePattern group;

  @Option(names = "--json", description = "One JSON object a line, fields by their Avro names.")
  private boolean json;

  @Mixin private final ConnectionOptions connection;

  InventoryListCommand(Session session) {
    this.session = session;
    this.connection = new ConnectionOptions(session.sources());
  }

  @Override
  public Integer call() throws InterruptedException {
    var settings = new Connecting(session).toBoth(connection);
    var hosts =
        new Operating<>(session, settings, Operated.INVENTORY)
            .latest().values().stream().filter(host -> group.matches(host.getGroup())).toList();
    if (json) {
      hosts.stream().map(JsonLines::of).forEach(session.terminal()::line);
    } else {
      show(hosts);
    }
    return 0;
  }

  private void show(List<HostInfo> hosts) {
    var table = new Table("GROUP", "HOST", "TIER", "WORKLOAD", "CORES", "MEMORY", "LABELS");
    for (var host : hosts) {
      table.row(
          host.getGroup(),
          host.getHost(),
          Words.of(host.getTier()),
          Words.of(host.getWorkload()),
          HostWords.cores(host),
          HostWords.memory(host),
          HostWords.labels(host));
    }
    table.to(session.terminal());
  }
}
