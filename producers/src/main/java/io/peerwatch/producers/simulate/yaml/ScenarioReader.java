package io.peerwatch.producers.simulate.yaml;

import io.peerwatch.producers.simulate.scenario.EventSpec;
import io.peerwatch.producers.simulate.scenario.GroupSpec;
import io.peerwatch.producers.simulate.scenario.Scenario;
import java.io.StringReader;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a scenario from YAML; complaints name file and line. */
final class ScenarioReader {
  private ScenarioReader() {}

  /**
   * @throws ScenarioException with everything that is wrong
   */
  static Scenario read(String file, String yaml) {
    var problems = new Problems(file);
    var top = new YamlSection(problems, compose(file, yaml), ScenarioKeys.KEYS);
    Map<String, GroupSpec> groups = groups(top);
    long history = top.get(ScenarioKeys.HISTORY).orElse(0L);
    List<YamlSection> eventSections = top.sections(ScenarioKeys.EVENTS);
    var eventReader = new EventReader(history, groups);
    List<EventSpec> events = eventSections.stream().map(eventReader::read).toList();
    var fleet = new FleetHosts(groups.values(), events);
    for (int i = 0; i < events.size(); i++) {
      EventReader.checkHosts(eventSections.get(i), events.get(i), fleet);
    }
    var faults = new FaultReader(history, fleet);
    top.sections(ScenarioKeys.FAULTS).forEach(faults::read);
    var scenario =
        new Scenario(
            file,
            top.get(ScenarioKeys.DESCRIPTION).orElse(""),
            top.get(ScenarioKeys.SEED_OF_ALL).orElse(1L),
            top.get(ScenarioKeys.PERIOD).orElse(Scenario.PERIOD_MILLIS_DEFAULT),
            history,
            top.get(ScenarioKeys.LENGTH).map(OptionalLong::of).orElseGet(OptionalLong::empty),
            top.get(ScenarioKeys.TIME_ZONE).map(ZoneId.class::cast).orElse(ZoneOffset.UTC),
            List.copyOf(groups.values()),
            faults.faults(),
            events);
    problems.throwIfAny();
    return scenario;
  }

  private static Map<String, GroupSpec> groups(YamlSection top) {
    var groups = new LinkedHashMap<String, GroupSpec>();
    var sections = new ArrayList<YamlSection>(top.sections(ScenarioKeys.GROUPS));
    for (YamlSection section : sections) {
      GroupSpec group = GroupReader.read(section);
      if (groups.put(group.name(), group) != null && !group.name().isEmpty()) {
        section.problemAt(GroupKeys.NAME_OF_GROUP, "group '" + group.name() + "' comes twice");
      }
    }
    if (sections.isEmpty()) {
      top.problem("'groups' must list at least one group");
    }
    for (YamlSection section : sections) {
      checkFollowed(section, groups);
    }
    return groups;
  }

  private static void checkFollowed(YamlSection section, Map<String, GroupSpec> groups) {
    YamlSection demand = section.section(GroupKeys.DEMAND);
    demand
        .get(DemandKeys.FOLLOWS)
        .ifPresent(
            name -> {
              GroupSpec followed = groups.get(name);
              if (followed == null) {
                demand.problemAt(DemandKeys.FOLLOWS, "'follows' names no group: '" + name + "'");
              } else if (followed.demand().follows().isPresent()) {
                demand.problemAt(
                    DemandKeys.FOLLOWS, "'follows' must name a group with a demand of its own");
              }
            });
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
}
