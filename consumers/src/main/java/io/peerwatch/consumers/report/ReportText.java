package io.peerwatch.consumers.report;

import io.peerwatch.consumers.report.DayReport.GroupDay;
import io.peerwatch.consumers.report.DayReport.Odd;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report as lines for a terminal; names from topics never steer it. */
public final class ReportText {
  private static final int SHOWN_MAX = 10;

  private ReportText() {}

  public static List<String> lines(DayReport report) {
    List<String> lines = new ArrayList<>();
    lines.add("%s, by the UTC day: %d groups".formatted(report.day(), report.groups().size()));
    section(lines, "Odd most", report.odd(), ReportText::odd);
    section(
        lines,
        "Runs out of room first",
        report.runningOut(),
        g -> row(g, "day's peak at %s of the target; reaches it: %s", peak(g), ReportWords.out(g)));
    section(
        lines,
        "Wastes most",
        report.wasting(),
        g ->
            row(
                g,
                "%d of %d hosts to spare; day's peak at %s of the target",
                g.spare(),
                g.last().getHosts(),
                peak(g)));
    section(
        lines,
        "What to do",
        report.toDo(),
        g -> row(g, "%s. %s", ReportWords.action(g), g.last().getActionReason()));
    section(lines, "Budget of false alarms, this week", report.budgets(), ReportText::budget);
    return lines.stream().map(line -> line.replaceAll("\\p{Cntrl}", "?")).toList();
  }

  private interface Line<T> {
    String of(T item);
  }

  private static <T> void section(List<String> lines, String title, List<T> items, Line<T> line) {
    lines.add("");
    lines.add(title + (items.isEmpty() ? ": nobody" : ""));
    items.stream().limit(SHOWN_MAX).forEach(item -> lines.add("  " + line.of(item)));
    if (items.size() > SHOWN_MAX) {
      lines.add("  and %d more".formatted(items.size() - SHOWN_MAX));
    }
  }

  private static String odd(Odd odd) {
    return "%s: %d episode%s, %s open. %s"
        .formatted(
            ReportWords.who(odd),
            odd.episodes(),
            odd.episodes() == 1 ? "" : "s",
            ReportWords.hours(odd.hours()),
            odd.summary());
  }

  private static String budget(Budget budget) {
    return "%s: %s promised, at most %s realised of %d raised%s"
        .formatted(
            budget.group(),
            ReportWords.promised(budget),
            ReportWords.realised(budget),
            budget.raised(),
            budget.isBroken() ? "; BROKEN" : "");
  }

  private static String peak(GroupDay group) {
    return ReportWords.percent(group.peak());
  }

  private static String row(GroupDay group, String format, Object... values) {
    return group.last().getGroup() + ": " + String.format(Locale.ROOT, format, values);
  }
}
