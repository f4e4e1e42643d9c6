package io.peerwatch.cli.inventory;

import io.peerwatch.cli.operate.DryRunOption;
import io.peerwatch.cli.operate.Operating;
import io.peerwatch.cli.option.ConnectionOptions;
import io.peerwatch.cli.option.UsageException;
import io.peerwatch.cli.run.Connecting;
import io.peerwatch.cli.run.Session;
import io.peerwatch.producers.operate.Operated;
import io.peerwatch.schemas.access.Access;
import io.peerwatch.schemas.avro.HostInfo;
import io.peerwatch.schemas.avro.Tier;
import io.peerwatch.schemas.avro.Workload;
import io.peerwatch.schemas.csv.BytesText;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code peerwatch inventory add}. */
@Command(
    name = "add",
    header = "Say that a host belongs to a group, and what it is.",
    description = {
      "What was said of the host before is replaced. A sample's own group wins over the inventory.",
    },
    footer = {
      "Example:",
      "  peerwatch inventory add web-07 --group web --tier application --workload user-facing"
          + " --cores 8 --memory 16GiB --label dc=eu-1",
    })
final class InventoryAddCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "HOST", description = "The host's name.")
  private String host;

  @Option(names = "--group", paramLabel = "GROUP", required = true, description = "Its group.")
  private String group;

  @Option(
      names = "--tier",
      paramLabel = "TIER",
      description = "application, database, cache, batch or balancer. Default: not known")
  private Tier tier = Tier.UNKNOWN;

  @Option(
      names = "--workload",
      paramLabel = "WORKLOAD",
      description = "user-facing, bot or batch. Default: not known")
  private Workload workload = Workload.UNKNOWN;

  @Option(
      names = "--cores",
      paramLabel = "N",
      description = "Logical processors. Default: not known")
  private Double cores;

  @Option(
      names = "--memory",
      paramLabel = "AMOUNT",
      converter = MemoryConverter.class,
      description = "Such as 16GiB. Default: not known")
  private Long memoryBytes;

  @Option(names = "--label", paramLabel = "NAME=VALUE", description = "May be given several times.")
  private Map<String, String> labels = Map.of();

  @Mixin private DryRunOption dry;

  @Mixin private final ConnectionOptions connection;

  InventoryAddCommand(Session session) {
    this.session = session;
    this.connection = new ConnectionOptions(session.sources());
  }

  @Override
  public Integer call() throws InterruptedException {
    var info = info();
    Operated.INVENTORY
        .problem()
        .apply(info)
        .ifPresent(
            problem -> {
              throw new UsageException(problem);
            });
    var settings = new Connecting(session).toBoth(connection, Access.INVENTORY);
    var operating = new Operating<>(session, settings, Operated.INVENTORY);
    var comparing = HostWords.comparing(operating.latest());
    comparing.put(info);
    operating.write(comparing.changes(), dry.dryRun());
    if (comparing.changes().isEmpty()) {
      session.terminal().line(HostWords.name(info) + ": there already");
    }
    return 0;
  }

  private HostInfo info() {
    return HostInfo.newBuilder()
        .setGroup(group)
        .setHost(host)
        .setTier(tier)
        .setWorkload(workload)
        .setCores(cores)
        .setMemoryBytes(memoryBytes)
        .setLabels(labels)
        .build();
  }

  /** Amounts of memory. */
  static final class MemoryConverter implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      try {
        return BytesText.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
