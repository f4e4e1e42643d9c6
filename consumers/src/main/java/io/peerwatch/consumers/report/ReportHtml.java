package io.peerwatch.consumers.report;

import io.peerwatch.consumers.report.DayReport.GroupDay;
import io.peerwatch.consumers.report.DayReport.Odd;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A report as one page that needs nothing else: no script, nothing fetched, light and dark. */
public final class ReportHtml {
  private static final int SHOWN_MAX = 20;
  private static final double SCALE_MAX = 2;

  private final DayReport report;
  private final StringBuilder html = new StringBuilder();

  private ReportHtml(DayReport report) {
    this.report = report;
  }

  public static String of(DayReport report) {
    return new ReportHtml(report).page();
  }

  private String page() {
    String title = "Peerwatch, " + report.day();
    html.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        .append("<title>")
        .append(title)
        .append("</title><style>\n")
        .append(css())
        .append("</style></head><body>\n<h1>")
        .append(title)
        .append("</h1><p class=\"lead\">The fleet on this UTC day: ")
        .append(report.groups().size())
        .append(" groups. Bars show the busiest window of each hour on the tightest resource, the")
        .append(" dashed line its target.</p>\n");
    toDo();
    runningOut();
    wasting();
    odd();
    budgets();
    return html.append("</body></html>\n").toString();
  }

  private void toDo() {
    List<GroupDay> groups = report.toDo();
    start("What to do", groups.isEmpty(), "Nothing: every group is within its targets.");
    head(groups.isEmpty(), "28:Group", "18:Action", "54:Why");
    groups.stream()
        .limit(SHOWN_MAX)
        .forEach(g -> row(name(g), cell(ReportWords.action(g)), cell(g.last().getActionReason())));
    end(groups.size());
  }

  private void runningOut() {
    List<GroupDay> groups = report.runningOut();
    start("Runs out of room first", groups.isEmpty(), "No group is on its way to its target.");
    head(groups.isEmpty(), "28:Group", "30:The day", "14n:Peak", "28:Reaches its target");
    groups.stream()
        .limit(SHOWN_MAX)
        .forEach(
            g ->
                row(
                    name(g),
                    plot(g),
                    "<td class=\"n%s\">%s</td>"
                        .formatted(g.peak() > 1 ? " over" : "", ReportWords.percent(g.peak())),
                    cell(ReportWords.out(g))));
    end(groups.size());
  }

  private void wasting() {
    List<GroupDay> groups = report.wasting();
    start("Wastes most", groups.isEmpty(), "No group is known to have hosts to spare.");
    head(groups.isEmpty(), "28:Group", "30:The day", "14n:Peak", "28:Hosts to spare");
    groups.stream()
        .limit(SHOWN_MAX)
        .forEach(
            g ->
                row(
                    name(g),
                    plot(g),
                    "<td class=\"n\">" + ReportWords.percent(g.peak()) + "</td>",
                    cell(g.spare() + " of " + g.last().getHosts())));
    end(groups.size());
  }

  private void odd() {
    List<Odd> hosts = report.odd();
    start("Odd most", hosts.isEmpty(), "Nobody stood apart.");
    head(hosts.isEmpty(), "22:Host", "22:Group", "10n:Episodes", "10n:Open", "36:The longest one");
    hosts.stream()
        .limit(SHOWN_MAX)
        .forEach(
            one ->
                row(
                    "<td class=\"name\">" + HtmlText.of(ReportWords.who(one)) + "</td>",
                    cell(one.group()),
                    "<td class=\"n\">" + one.episodes() + "</td>",
                    "<td class=\"n\">" + ReportWords.hours(one.hours()) + "</td>",
                    cell(one.summary())));
    end(hosts.size());
  }

  private void budgets() {
    List<Budget> budgets = report.budgets();
    start("Budget of false alarms", budgets.isEmpty(), "No budget is known of this week.");
    head(
        budgets.isEmpty(),
        "28:Group",
        "22:Week from",
        "14n:Promised",
        "14n:Raised",
        "22n:Realised, at most");
    budgets.stream()
        .limit(SHOWN_MAX)
        .forEach(
            budget ->
                row(
                    "<td class=\"name\">" + HtmlText.of(budget.group()) + "</td>",
                    cell(budget.weekStart().toString()),
                    "<td class=\"n\">" + ReportWords.promised(budget) + "</td>",
                    "<td class=\"n\">" + budget.raised() + "</td>",
                    "<td class=\"n%s\">%s</td>"
                        .formatted(
                            budget.isBroken() ? " over" : "", ReportWords.realised(budget))));
    end(budgets.size());
  }

  private void start(String title, boolean empty, String otherwise) {
    html.append("<section><h2>").append(title).append("</h2>");
    html.append(empty ? "<p class=\"none\">" + otherwise + "</p>" : "<table>");
  }

  /** Columns as width in percent, n for numbers, and title. */
  private void head(boolean empty, String... columns) {
    if (empty) {
      return;
    }
    html.append("<tr>");
    for (String column : columns) {
      int colon = column.indexOf(':');
      String width = column.substring(0, colon);
      html.append("<th style=\"width:")
          .append(width.replace("n", ""))
          .append(width.endsWith("n") ? "%\" class=\"n\">" : "%\">")
          .append(column.substring(colon + 1))
          .append("</th>");
    }
    html.append("</tr>\n");
  }

  private void row(String... cells) {
    html.append("<tr>").append(String.join("", cells)).append("</tr>\n");
  }

  private void end(int size) {
    html.append(size > 0 ? "</table>" : "");
    if (size > SHOWN_MAX) {
      html.append("<p class=\"more\">and ").append(size - SHOWN_MAX).append(" more</p>");
    }
    html.append("</section>\n");
  }

  private static String name(GroupDay group) {
    return "<td class=\"name\">" + HtmlText.of(group.last().getGroup()) + "</td>";
  }

  private static String cell(String text) {
    return "<td>" + HtmlText.of(text) + "</td>";
  }

  private String plot(GroupDay group) {
    double most = 1.1;
    for (GroupDay other : report.groups()) {
      most = other.peak() > most ? other.peak() : most;
    }
    String label = "use by hour of " + group.last().getGroup();
    return "<td>" + DayPlot.of(group.busiest(), Math.min(SCALE_MAX, most), label) + "</td>";
  }

  private static String css() {
    try (InputStream in = ReportHtml.class.getResourceAsStream("report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("report.css is missing from the jar", e);
    }
  }
}
