package io.peerwatch.schemas.csv;

import io.peerwatch.schemas.avro.HostInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * An inventory as CSV: a header {@code group,host} with {@code tier}, {@code workload}, {@code
 * cores}, {@code memory} and {@code label.<name>} in any order and number, then one host a line. An
 * empty cell means not known.
 */
public final class HostInfoCsv {
  private final HostColumns columns;
  private final List<String> cells = new ArrayList<>();

  /**
   * Reads the header.
   *
   * @throws IllegalArgumentException if it is none; one line says why
   */
  public HostInfoCsv(String header) {
    try {
      CsvCells.split(header, cells);
      columns = HostColumns.of(cells);
    } catch (MalformedLineException e) {
      throw new IllegalArgumentException(e.getMessage());
    }
  }

  /**
   * How the lines after a first one are read: as CSV by the header that it is, or empty where it is
   * a host in JSON itself.
   *
   * @throws IllegalArgumentException if it is neither; one line says why
   */
  public static Optional<Function<String, HostInfo>> announced(String firstLine) {
    return firstLine.startsWith("{")
        ? Optional.empty()
        : Optional.of(new HostInfoCsv(firstLine)::parse);
  }

  /**
   * The host that a line is about.
   *
   * @throws IllegalArgumentException if it is malformed; one line says why
   */
  public HostInfo parse(String line) {
    try {
      CsvCells.split(line, cells);
      return columns.host(cells);
    } catch (MalformedLineException e) {
      throw new IllegalArgumentException(e.getMessage());
    }
  }

  /** The header and a line for each host, with a column for each label that any of them has. */
  public static List<String> lines(Collection<HostInfo> hosts) {
    var labels = new TreeSet<String>();
    hosts.forEach(host -> labels.addAll(host.getLabels().keySet()));
    var lines = new ArrayList<String>();
    var header = new ArrayList<>(List.of("group", "host", "tier", "workload", "cores", "memory"));
    labels.forEach(label -> header.add(HostColumns.LABEL + label));
    lines.add(line(header));
    hosts.forEach(host -> lines.add(line(cells(host, labels))));
    return lines;
  }

  private static List<String> cells(HostInfo host, Collection<String> labels) {
    var cells = new ArrayList<String>();
    cells.add(host.getGroup());
    cells.add(host.getHost());
    cells.add(symbol(host.getTier()));
    cells.add(symbol(host.getWorkload()));
    cells.add(host.getCores() == null ? "" : host.getCores().toString());
    cells.add(host.getMemoryBytes() == null ? "" : host.getMemoryBytes().toString());
    labels.forEach(label -> cells.add(host.getLabels().getOrDefault(label, "")));
    return cells;
  }

  private static String symbol(Enum<?> value) {
    return value.name().equals("UNKNOWN") ? "" : HostColumns.written(value);
  }

  private static String line(List<String> cells) {
    return String.join(",", cells.stream().map(HostInfoCsv::quoted).toList());
  }

  private static String quoted(String cell) {
    return cell.contains(",") || cell.contains("\"")
        ? '"' + cell.replace("\"", "\"\"") + '"'
        : cell;
  }
}
