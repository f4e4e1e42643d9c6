package io.peerwatch.consumers.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.peerwatch.consumers.report.DayReport.GroupDay;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A report as one JSON object: {@code day}, {@code odd}, {@code runningOut}, {@code wasting},
 * {@code toDo} (names of groups, in order), {@code groups} with their figures and {@code budgets}
 * of the week. Times are epoch milliseconds; what is not known is null. Names stay; more may come.
 */
public final class ReportJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ReportJson() {}

  public static String of(DayReport report) {
    ObjectNode root = JSON.createObjectNode();
    root.put("day", report.day().toString());
    ArrayNode odd = root.putArray("odd");
    report
        .odd()
        .forEach(
            one ->
                odd.addObject()
                    .put("group", one.group())
                    .put("host", one.host())
                    .put("episodes", one.episodes())
                    .put("hours", one.hours())
                    .put("summary", one.summary()));
    names(root.putArray("runningOut"), report.runningOut());
    names(root.putArray("wasting"), report.wasting());
    names(root.putArray("toDo"), report.toDo());
    ArrayNode groups = root.putArray("groups");
    report.groups().forEach(group -> add(groups.addObject(), group));
    ArrayNode budgets = root.putArray("budgets");
    report.budgets().forEach(budget -> add(budgets.addObject(), budget));
    return root.toPrettyString();
  }

  private static void names(ArrayNode into, List<GroupDay> groups) {
    groups.forEach(group -> into.add(group.last().getGroup()));
  }

  private static void add(ObjectNode into, Budget budget) {
    into.put("group", budget.group());
    into.put(
        "weekStart", budget.weekStart().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
    into.put("promised", budget.promised());
    into.put("raised", budget.raised());
    into.put("falseAlarms", budget.falseAlarms());
    into.put("realised", budget.realised());
    into.put("realisedLow", budget.low());
    into.put("realisedHigh", budget.high());
  }

  private static void add(ObjectNode into, GroupDay group) {
    var last = group.last();
    into.put("group", last.getGroup());
    into.put("hosts", last.getHosts());
    into.put("headroom", last.getHeadroom());
    into.put("tightest", last.getTightest() == null ? null : last.getTightest().name());
    into.put("spare", group.spare());
    into.put("survivesLoss", last.getSurvivesLoss());
    into.put("trendPerDay", last.getTrendPerDay());
    into.put(
        "reachesTargetAt",
        last.getReachesTargetAt() == null ? null : (Long) last.getReachesTargetAt().toEpochMilli());
    into.put("action", last.getAction() == null ? null : last.getAction().name());
    into.put("actionHosts", last.getActionHosts());
    into.put("actionReason", last.getActionReason());
    ArrayNode hours = into.putArray("busiestByHour");
    for (double hour : group.busiest()) {
      if (Double.isNaN(hour)) {
        hours.addNull();
      } else {
        hours.add(hour);
      }
    }
  }
}
