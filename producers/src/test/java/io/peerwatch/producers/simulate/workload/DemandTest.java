package io.peerwatch.producers.simulate.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.peerwatch.producers.simulate.scenario.DemandSpec;
import io.peerwatch.producers.simulate.scenario.JobSpec;
import io.peerwatch.schemas.avro.Workload;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DemandTest {
  private static final DemandSpec PEOPLE = DemandSpec.of(Workload.USER_FACING);
  private static final DemandProfile PROFILE = new DemandProfile(PEOPLE);
  private static final long HOUR = 3_600_000;

  @Test
  void shouldPeakAtThePeakHourAndKeepItsMeanOverTheDay() {
    long tuesday = local("2026-01-06T00:00");
    double[] hours =
        IntStream.range(0, 24).mapToDouble(h -> PROFILE.at(tuesday + h * HOUR, 0)).toArray();
    assertThat(hours[20]).isCloseTo(1 + PEOPLE.daily(), within(1e-9));
    assertThat(DoubleStream.of(hours)).allMatch(value -> value <= hours[20] && value > 0.5);
    assertThat(DoubleStream.of(hours).average().orElseThrow()).isCloseTo(1, within(1e-9));
  }

  @Test
  void shouldFallOverTheWeekendAndRiseOnMonday() {
    double wednesday = PROFILE.at(local("2026-01-07T12:00"), 0);
    double saturday = PROFILE.at(local("2026-01-10T12:00"), 0);
    double sunday = PROFILE.at(local("2026-01-11T12:00"), 0);
    double monday = PROFILE.at(local("2026-01-12T12:00"), 0);
    assertThat(saturday).isCloseTo((1 - PEOPLE.weekend()) * wednesday, within(1e-9));
    assertThat(sunday).isCloseTo(saturday, within(1e-9));
    assertThat(monday).isCloseTo(wednesday, within(1e-9));
  }

  @Test
  void shouldGrowByTheDay() {
    var growing =
        new DemandSpec(1, PEOPLE.requestsPerSecond(), 0, 0, 0, 0.1, 0, 0, 0, PEOPLE.follows());
    assertThat(new DemandProfile(growing).at(0, 5 * 24 * HOUR)).isCloseTo(1.5, within(1e-9));
  }

  @Test
  void shouldGoByTheClocksOfTheZoneAlsoWhenTheyAreChanged() {
    var clock = new LocalClock(ZoneId.of("Europe/Berlin"));
    for (String moment :
        List.of("2026-03-29T00:59:59", "2026-03-29T01:00:00", "2026-07-01T12:00")) {
      long epoch = local(moment); // read as UTC
      long local =
          LocalDateTime.ofEpochSecond(epoch / 1000, 0, ZoneOffset.UTC)
              .atOffset(ZoneOffset.UTC)
              .atZoneSameInstant(ZoneId.of("Europe/Berlin"))
              .toLocalDateTime()
              .toEpochSecond(ZoneOffset.UTC);
      assertThat(clock.localMillis(epoch)).isEqualTo(local * 1000);
    }
  }

  @Test
  void shouldRunJobsByTheClockForAboutTheirLength() {
    var job = new JobSpec("report", 24 * HOUR, 2 * HOUR, HOUR, 1, 0.5, 10, 20, 0.1);
    var jobs = new HostJobs(List.of(job), 1, "batch", "batch-01");
    long day = local("2026-01-06T00:00");
    assertThat(jobs.at(day + HOUR).running).isZero();
    JobLoad load = jobs.at(day + 2 * HOUR + HOUR / 2);
    assertThat(load.running).isEqualTo(1);
    assertThat(load.cpuShare).isCloseTo(0.5, within(0.1));
    assertThat(jobs.at(day + 4 * HOUR).running).isZero();
    assertThat(jobs.at(day + 26 * HOUR + HOUR / 2).running).as("the next night").isEqualTo(1);
  }

  @Test
  void shouldKnowOfARunThatNobodySawStart() {
    var job = new JobSpec("report", 24 * HOUR, 2 * HOUR, 3 * HOUR, 0.5, 0.5, 0, 0, 0);
    long night = local("2026-01-06T04:00");
    int running = 0;
    for (int n = 0; n < 200; n++) {
      var fromBefore = new HostJobs(List.of(job), 1, "batch", "batch-" + n);
      fromBefore.at(night - 10 * HOUR);
      var justNow = new HostJobs(List.of(job), 1, "batch", "batch-" + n);
      int one = justNow.at(night).running;
      assertThat(fromBefore.at(night).running).isEqualTo(one);
      running += one;
    }
    assertThat(running).as("about half of the hosts").isBetween(80, 120);
  }

  private static long local(String time) {
    return LocalDateTime.parse(time).toInstant(ZoneOffset.UTC).toEpochMilli();
  }
}
