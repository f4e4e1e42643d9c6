package io.peerwatch.producers.simulate;

import io.peerwatch.schemas.avro.Tier;
import io.peerwatch.schemas.avro.Workload;
import io.peerwatch.schemas.topics.Names;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a scenario from YAML; complaints name file and line. */
final class ScenarioReader {
  private static final int HOSTS_MAX = 100_000;
  private static final double GIB = 1L << 30;

  private ScenarioReader() {}

  static Scenario read(String file, String yaml) {
    var top = new YamlSection(file, compose(file, yaml));
    top.optionalText("description");
    long history = top.optional("history", Quantities::millis).orElse(0L);
    var groups = new LinkedHashMap<String, GroupSpec>();
    for (YamlSection section : top.sections("groups")) {
      GroupSpec group = group(section);
      if (groups.put(group.name(), group) != null) {
        throw section.errorAt("name", "group '" + group.name() + "' comes twice");
      }
    }
    if (groups.isEmpty()) {
      throw top.error("'groups' must list at least one group");
    }
    var faults = new ArrayList<FaultSpec>();
    for (YamlSection section : top.sections("faults")) {
      faults.add(fault(section, history, groups));
    }
    var scenario =
        new Scenario(
            file,
            top.optional("seed", ScenarioReader::seed).orElse(1L),
            top.optional("period", ScenarioReader::positiveMillis).orElse(10_000L),
            history,
            top.optional("duration", ScenarioReader::positiveMillis)
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty),
            List.copyOf(groups.values()),
            faults);
    top.refuseOtherKeys();
    return scenario;
  }

  private static Node compose(String file, String yaml) {
    Node node;
    try {
      node = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new ScenarioException(file + ":" + line + ": is no YAML: " + e.getProblem());
    } catch (YAMLException e) {
      throw new ScenarioException(
          file + ": is no YAML: " + e.getMessage().lines().findFirst().orElse(""));
    }
    if (node == null) {
      throw new ScenarioException(file + " is empty: a scenario lists groups and faults");
    }
    return node;
  }

  private static GroupSpec group(YamlSection section) {
    String name = section.value("name", ScenarioReader::name);
    Tier tier = section.value("tier", text -> named(Tier.class, text));
    Workload workload = section.value("workload", text -> named(Workload.class, text));
    var group =
        new GroupSpec(
            name,
            section.wholeNumber("hosts", 1, HOSTS_MAX),
            section
                .optional("hostName", ScenarioReader::hostName)
                .orElse(name + "-" + GroupSpec.NUMBER),
            tier,
            workload,
            section.wholeNumber("cores", 1, 1024),
            section.value("memory", ScenarioReader::memory),
            demand(section, workload),
            section.number("differences", 0, 0.5, 0.05),
            section.number("noise", 0, 0.5, 0.04));
    section.refuseOtherKeys();
    return group;
  }

  /** What is not told follows from the workload: people come by day, batch work runs at night. */
  private static DemandProfile demand(YamlSection section, Workload workload) {
    boolean people = workload == Workload.USER_FACING;
    return new DemandProfile(
        section.number("level", 0.001, 2, people ? 0.35 : 0.6),
        section.number("daily", 0, 1, people ? 0.4 : 0.1),
        section.number("weekly", 0, 1, people ? 0.1 : 0),
        section.number("peakHour", 0, 24, people ? 20 : 3));
  }

  private static FaultSpec fault(
      YamlSection section, long historyMillis, Map<String, GroupSpec> groups) {
    FaultKind kind = section.value("kind", FaultKind::named);
    String host = section.text("host");
    String group = section.optionalText("group").orElse("");
    List<String> homes =
        groups.values().stream()
            .filter(spec -> group.isEmpty() || spec.name().equals(group))
            .filter(spec -> spec.hostNames().contains(host))
            .map(GroupSpec::name)
            .toList();
    if (homes.size() != 1) {
      throw section.errorAt(
          "host",
          homes.isEmpty()
              ? "no group has a host '" + host + "'"
              : "several groups have a host '" + host + "': name the fault's group");
    }
    var fault =
        new FaultSpec(
            kind,
            homes.get(0),
            host,
            section.value("start", text -> startMillis(text, historyMillis)),
            section.value("duration", ScenarioReader::positiveMillis),
            section.number("strength", 0, 1, kind.strengthDefault()));
    section.refuseOtherKeys();
    return fault;
  }

  /** {@code -3m} and {@code +20s} count from now, {@code 2h} from the start. */
  private static long startMillis(String text, long historyMillis) {
    if (text.startsWith("-")) {
      return historyMillis - Quantities.millis(text.substring(1));
    }
    return text.startsWith("+")
        ? historyMillis + Quantities.millis(text.substring(1))
        : Quantities.millis(text);
  }

  private static long positiveMillis(String text) {
    long millis = Quantities.millis(text);
    if (millis == 0) {
      throw new IllegalArgumentException("must be above 0");
    }
    return millis;
  }

  private static long memory(String text) {
    long bytes = Quantities.bytes(text);
    if (bytes < GIB / 4) {
      throw new IllegalArgumentException("must be at least 256MiB");
    }
    return bytes;
  }

  private static long seed(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("must be a whole number, not '" + text + "'");
    }
  }

  private static String name(String text) {
    if (!Names.isName(text)) {
      throw new IllegalArgumentException("must be 1 to 200 of A-Z a-z 0-9 . _ : / -");
    }
    return text;
  }

  private static String hostName(String text) {
    if (!text.contains(GroupSpec.NUMBER)) {
      throw new IllegalArgumentException("must contain {n}, which becomes the host's number");
    }
    name(text.replace(GroupSpec.NUMBER, "000000"));
    return text;
  }

  private static <E extends Enum<E>> E named(Class<E> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> written(value).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "must be one of "
                        + Arrays.stream(type.getEnumConstants())
                            .map(ScenarioReader::written)
                            .collect(Collectors.joining(", "))
                        + ", not '"
                        + text
                        + "'"));
  }

  private static String written(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
