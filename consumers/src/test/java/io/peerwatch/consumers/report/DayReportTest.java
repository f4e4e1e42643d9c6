package io.peerwatch.consumers.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.peerwatch.consumers.report.DayReport.Odd;
import io.peerwatch.schemas.avro.AlertState;
import io.peerwatch.schemas.avro.BudgetLedger;
import io.peerwatch.schemas.avro.CapacityAction;
import io.peerwatch.schemas.avro.CapacityResource;
import io.peerwatch.schemas.avro.GroupCapacity;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.LedgerWeek;
import io.peerwatch.schemas.avro.ResourceUse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A made-up day of three groups, told as text, page and JSON. */
class DayReportTest {
  private static final LocalDate DAY = LocalDate.parse("2026-03-14");
  private static final Instant START = Instant.parse("2026-03-14T00:00:00Z");

  private final DayFold fold = new DayFold(DAY);

  @Test
  void shouldCountTheHoursOfTheDayThatEpisodesWereOpen() {
    fold.add(episode("a", "web-1", -2, 3));
    fold.add(episode("b", "web-1", 10, 11));
    fold.add(episode("c", "web-2", 20, null));
    fold.add(episode("d", "web-3", -9, -8));
    fold.add(episode("e", "web-4", 25, null));
    List<Odd> odd = fold.report().odd();
    assertThat(odd).extracting(Odd::host).containsExactly("web-1", "web-2");
    assertThat(odd).extracting(Odd::hours).containsExactly(4.0, 4.0);
    assertThat(odd).extracting(Odd::episodes).containsExactly(2, 1);
  }

  @Test
  void shouldNotCountHoursThatAreStillToCome() {
    GroupCapacity last = capacity("web", 12, 0.5).build();
    fold.add(last);
    fold.add(episode("a", "web-1", 10, null));
    fold.add(episode("b", "web-2", 13, null));
    List<Odd> odd = fold.report().odd();
    assertThat(odd).extracting(Odd::host).containsExactly("web-1", "web-2");
    double heard = Duration.between(at(10), last.getWindowEnd()).toMinutes() / 60.0;
    assertThat(odd.get(0).hours()).isEqualTo(heard, within(1e-9));
    assertThat(odd.get(1).hours()).isZero();
  }

  @Test
  void shouldTakeAnEpisodeAsItStoodLast() {
    fold.add(episode("a", "web-1", 1, null));
    fold.add(episode("a", "web-1", 1, 2));
    assertThat(fold.report().odd().get(0).hours()).isEqualTo(1, within(1e-9));
  }

  @Test
  void shouldTellTheBudgetOfTheDaysWeekAlsoWhenItIsOver() {
    Instant week = Instant.parse("2026-03-09T00:00:00Z");
    fold.add(ledger("web", week).setRaised(9).setRealised(9).setRealisedLow(4.1).build());
    var before =
        LedgerWeek.newBuilder()
            .setWeekStart(week)
            .setPromised(0.8)
            .setRaised(3)
            .setConfirmed(1)
            .build();
    fold.add(ledger("db", week.plus(Duration.ofDays(7))).setEarlierWeeks(List.of(before)).build());
    fold.add(ledger("later", week.plus(Duration.ofDays(7))).build());
    DayReport report = fold.report();
    assertThat(report.budgets()).extracting(Budget::group).containsExactly("web", "db");
    assertThat(report.budgets().get(1).realised()).isEqualTo(2);
    assertThat(ReportText.lines(report))
        .contains(
            "  web: 1.0 promised, at most 9 (4.1 to 0.0) realised of 9 raised; BROKEN",
            "  db: 0.8 promised, at most 2 realised of 3 raised");
    assertThat(ReportHtml.of(report)).contains("Budget of false alarms", "2026-03-09");
    assertThat(ReportJson.of(report)).contains("\"realised\" : 9.0", "\"realisedLow\" : null");
  }

  private static BudgetLedger.Builder ledger(String group, Instant weekStart) {
    return BudgetLedger.newBuilder().setGroup(group).setWeekStart(weekStart).setPromised(1);
  }

  @Test
  void shouldPutFirstWhoRunsOutFirstAndWhoWastesMost() {
    fold.add(capacity("late", 1, 0.6).setReachesTargetAt(at(24 * 40)).build());
    fold.add(capacity("soon", 1, 0.8).setReachesTargetAt(at(24 * 4)).build());
    fold.add(capacity("over", 1, 1.2).build());
    fold.add(capacity("idle", 1, 0.2).setHostsSpareWeekPeak(3).build());
    fold.add(capacity("idler", 1, 0.1).setHostsSpareWeekPeak(7).build());
    DayReport report = fold.report();
    assertThat(report.runningOut())
        .extracting(group -> group.last().getGroup())
        .containsExactly("over", "soon", "late");
    assertThat(report.wasting())
        .extracting(group -> group.last().getGroup())
        .containsExactly("idler", "idle");
  }

  @Test
  void shouldKeepTheBusiestWindowOfEachHourAndTheLastFigures() {
    fold.add(capacity("web", 5, 0.9).build());
    fold.add(capacity("web", 5.5, 0.7).build());
    fold.add(capacity("web", 24, 5).build());
    var group = fold.report().groups().get(0);
    assertThat(group.busiest()[5]).isEqualTo(0.9, within(1e-9));
    assertThat(group.busiest()[6]).isNaN();
    assertThat(group.last().getWindowStart()).isEqualTo(at(5.5));
  }

  @Test
  void shouldLetNoNameBecomeMarkupOrSteerATerminal() {
    String evil = "<script>\"&'\u001b[2J";
    fold.add(
        capacity(evil, 1, 2)
            .setAction(CapacityAction.ADD_HOSTS)
            .setActionHosts(2)
            .setActionReason(evil)
            .build());
    fold.add(episode("a", evil, 1, 2));
    String page = ReportHtml.of(fold.report());
    assertThat(page).doesNotContain("<script").contains("&lt;script&gt;").contains("<svg ");
    assertThat(page).doesNotContain("http:").doesNotContain("https:").doesNotContain("\u001b");
    assertThat(ReportText.lines(fold.report())).allMatch(line -> line.indexOf('\u001b') < 0);
  }

  @Test
  void shouldWriteJsonWithStableNames() throws IOException {
    fold.add(capacity("web", 1, 0.5).build());
    fold.add(episode("a", "web-1", 1, 2));
    JsonNode json = new ObjectMapper().readTree(ReportJson.of(fold.report()));
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly("day", "odd", "runningOut", "wasting", "toDo", "groups", "budgets");
    assertThat(json.at("/groups/0/busiestByHour/1").doubleValue()).isEqualTo(0.5);
    assertThat(json.at("/groups/0/busiestByHour/2").isNull()).isTrue();
  }

  private static Instant at(double hour) {
    return START.plusMillis((long) (hour * Duration.ofHours(1).toMillis()));
  }

  private static HostAlert episode(String id, String host, double from, Integer until) {
    return HostAlert.newBuilder()
        .setAlertId(id)
        .setGroup("web")
        .setHost(host)
        .setState(until == null ? AlertState.OPENED : AlertState.RESOLVED)
        .setOpenedAt(at(from))
        .setResolvedAt(until == null ? null : at(until))
        .setSummary("stands apart")
        .build();
  }

  private static GroupCapacity.Builder capacity(String group, double hour, double ofTarget) {
    return GroupCapacity.newBuilder()
        .setGroup(group)
        .setWindowStart(at(hour))
        .setWindowEnd(at(hour + 0.1))
        .setHosts(10)
        .setUse(
            List.of(
                ResourceUse.newBuilder()
                    .setResource(CapacityResource.CPU)
                    .setMean(ofTarget * 0.5)
                    .setTarget(0.5)
                    .build()));
  }
}
