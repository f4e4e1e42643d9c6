package io.peerwatch.schemas.csv;

import io.peerwatch.schemas.avro.HostInfo;
import io.peerwatch.schemas.avro.Tier;
import io.peerwatch.schemas.avro.Workload;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The columns of an inventory as CSV, named by its header. */
final class HostColumns {
  static final String LABEL = "label.";

  private static final List<String> REQUIRED = List.of("group", "host");
  private static final List<String> OPTIONAL = List.of("tier", "workload", "cores", "memory");

  private final List<String> names;

  private HostColumns(List<String> names) {
    this.names = names;
  }

  static HostColumns of(List<String> header) throws MalformedLineException {
    var seen = new HashSet<String>();
    for (var name : header) {
      if (!REQUIRED.contains(name) && !OPTIONAL.contains(name) && !isLabel(name)) {
        throw new MalformedLineException(
            "unknown column %s: there are group, host, tier, workload, cores, memory and label.<name>"
                .formatted(MalformedLineException.shown(name)));
      }
      if (!seen.add(name)) {
        throw new MalformedLineException("column " + name + " is there twice");
      }
    }
    if (!seen.containsAll(REQUIRED)) {
      throw new MalformedLineException(
          "the first line must be the header group,host,… with tier, workload, cores, memory and label.<name> as wanted");
    }
    return new HostColumns(List.copyOf(header));
  }

  private static boolean isLabel(String name) {
    return name.startsWith(LABEL) && name.length() > LABEL.length();
  }

  /** The host that a line is about; an empty cell means not known. */
  HostInfo host(List<String> cells) throws MalformedLineException {
    if (cells.size() != names.size()) {
      throw new MalformedLineException(
          "%d cells, the header has %d".formatted(cells.size(), names.size()));
    }
    var labels = new HashMap<String, String>();
    var byName = new HashMap<String, String>();
    for (int i = 0; i < names.size(); i++) {
      if (cells.get(i).isEmpty()) {
        continue;
      }
      if (isLabel(names.get(i))) {
        labels.put(names.get(i).substring(LABEL.length()), cells.get(i));
      } else {
        byName.put(names.get(i), cells.get(i));
      }
    }
    return HostInfo.newBuilder()
        .setGroup(byName.getOrDefault("group", ""))
        .setHost(byName.getOrDefault("host", ""))
        .setTier(symbol(Tier.class, "tier", byName))
        .setWorkload(symbol(Workload.class, "workload", byName))
        .setCores(cores(byName.get("cores")))
        .setMemoryBytes(memoryBytes(byName.get("memory")))
        .setLabels(labels)
        .build();
  }

  private static <E extends Enum<E>> E symbol(
      Class<E> type, String column, Map<String, String> cells) throws MalformedLineException {
    var text = cells.getOrDefault(column, "UNKNOWN");
    try {
      return Enum.valueOf(type, text.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw new MalformedLineException(
          "%s %s is none of %s".formatted(column, MalformedLineException.shown(text), known(type)));
    }
  }

  private static String known(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> !value.name().equals("UNKNOWN"))
        .map(HostColumns::written)
        .collect(Collectors.joining(", "));
  }

  /** A symbol as cells have it, such as user-facing. */
  static String written(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Double cores(String cell) throws MalformedLineException {
    try {
      return cell == null ? null : Double.valueOf(cell);
    } catch (NumberFormatException e) {
      throw new MalformedLineException(
          "cores %s is not a number".formatted(MalformedLineException.shown(cell)));
    }
  }

  private static Long memoryBytes(String cell) throws MalformedLineException {
    try {
      return cell == null ? null : (Long) BytesText.parse(cell);
    } catch (IllegalArgumentException e) {
      throw new MalformedLineException("memory: " + e.getMessage());
    }
  }
}
