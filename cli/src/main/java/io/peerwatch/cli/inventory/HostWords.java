package io.peerwatch.cli.inventory;

import io.peerwatch.cli.operate.Comparing;
import io.peerwatch.cli.operate.Words;
import io.peerwatch.producers.operate.Operated;
import io.peerwatch.schemas.avro.HostInfo;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Hosts of the inventory in words. */
final class HostWords {
  private static final long GIB = 1L << 30;
  private static final long MIB = 1L << 20;

  private HostWords() {}

  static Comparing<HostInfo> comparing(Map<String, HostInfo> there) {
    return new Comparing<>(Operated.INVENTORY, there, HostWords::name, HostWords::description);
  }

  static String name(HostInfo host) {
    return "%s in %s".formatted(host.getHost(), host.getGroup());
  }

  private static String description(HostInfo host) {
    var known =
        Stream.of(
                Words.of(host.getTier()),
                Words.of(host.getWorkload()),
                cores(host).isEmpty() ? "" : cores(host) + " cores",
                memory(host),
                labels(host))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", "));
    return known.isEmpty() ? "nothing else known" : known;
  }

  /** Empty when not known. */
  static String cores(HostInfo host) {
    return host.getCores() == null ? "" : host.getCores().toString().replaceAll("\\.0$", "");
  }

  /** Empty when not known. */
  static String memory(HostInfo host) {
    Long bytes = host.getMemoryBytes();
    if (bytes == null) {
      return "";
    }
    if (bytes % MIB != 0) {
      return bytes + "B";
    }
    return bytes % GIB == 0 ? bytes / GIB + "GiB" : bytes / MIB + "MiB";
  }

  /** Sorted, such as {@code dc=eu-1 rack=7}; empty when there are none. */
  static String labels(HostInfo host) {
    return new TreeMap<>(host.getLabels())
        .entrySet().stream()
            .map(label -> label.getKey() + "=" + label.getValue())
            .collect(Collectors.joining(" "));
  }
}
