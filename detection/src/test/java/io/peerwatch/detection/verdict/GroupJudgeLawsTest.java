package io.peerwatch.detection.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.detection.laboratory.Fault;
import io.peerwatch.detection.laboratory.FaultKind;
import io.peerwatch.detection.laboratory.Fleet;
import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.HostWindow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold whatever the values: each case prints nothing but its seed, its name. */
class GroupJudgeLawsTest {

  private static final long WINDOW = 300_000L;
  private static final long START = 1_767_225_600_000L;
  private static final int WINDOWS = 700;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void shouldJudgeTheSameInWhateverOrderHostsCome(long seed) throws IOException {
    Random random = new Random(seed);
    UnaryOperator<GroupWindow> shuffled =
        window -> {
          List<HostWindow> hosts = new ArrayList<>(window.hosts());
          Collections.shuffle(hosts, random);
          return with(window, hosts);
        };
    assertThat(memory(run(faulty(seed, 7), shuffled, WINDOWS)))
        .isEqualTo(memory(run(faulty(seed, 7), UnaryOperator.identity(), WINDOWS)));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13, 14})
  void shouldGoOnAsIfNothingHadHappenedWhenWrittenAndRead(long seed) throws IOException {
    Random random = new Random(seed);
    int hosts = 2 + random.nextInt(8);
    Fleet fleet = faulty(seed, hosts).missing(0.02);
    GroupJudge undisturbed = new GroupJudge(settings());
    GroupJudge restarted = new GroupJudge(settings());
    Map<String, byte[]> stored = new HashMap<>();
    for (int w = 0; w < WINDOWS; w++) {
      GroupWindow window = fleet.next();
      GroupJudgement expected = undisturbed.judge(window);
      GroupJudgement actual = restarted.judge(window);
      assertThat(text(actual)).as("window %d of seed %d", w, seed).isEqualTo(text(expected));
      if (random.nextInt(20) == 0) {
        restarted = restart(restarted, stored);
      }
    }
    assertThat(memory(restarted)).isEqualTo(memory(undisturbed));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {71, 72, 73})
  void shouldJudgeTheSameInARoomThatOthersJudgeIn(long seed) throws IOException {
    Random random = new Random(seed);
    int hosts = 3 + random.nextInt(8);
    Fleet fleet = faulty(seed, hosts).missing(0.02);
    Fleet fewerHosts = faulty(seed + 100, 2).missing(0.2);
    Fleet moreHosts = faulty(seed + 200, 12).missing(0.2);
    JudgingRoom room = new JudgingRoom();
    GroupJudge alone = new GroupJudge(settings());
    GroupJudge among = new GroupJudge(settings(), room);
    GroupJudge ofFewer = new GroupJudge(settings(), room);
    GroupJudge ofMore = new GroupJudge(settings(), room);
    for (int w = 0; w < WINDOWS; w++) {
      GroupWindow window = fleet.next();
      GroupWindow few = fewerHosts.next();
      ofFewer.judge(w % 200 < 150 ? few : withGap(few));
      assertThat(text(among.judge(window)))
          .as("window %d of seed %d", w, seed)
          .isEqualTo(text(alone.judge(window)));
      if (random.nextBoolean()) {
        ofMore.judge(scaled(moreHosts.next(), 1));
      }
    }
    assertThat(memory(among)).isEqualTo(memory(alone));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {21, 22, 23})
  void shouldNotCareForTheUnitOfAMetricItDoesNotKnow(long seed) {
    UnaryOperator<GroupWindow> renamed = window -> scaled(window, 1);
    UnaryOperator<GroupWindow> thousandfold = window -> scaled(window, 1000);
    assertThat(verdicts(faulty(seed, 8), thousandfold))
        .isEqualTo(verdicts(faulty(seed, 8), renamed));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {31, 32, 33})
  void shouldRaiseNoHostWhenAllMoveAlike(long seed) {
    Fleet fleet = new Fleet(seed, 10, WINDOW, START);
    int at = 288 * 4 + new Random(seed).nextInt(200);
    fleet.with(new Fleet.Shift(at, at + 40, 5, new int[10]));
    assertThat(lonely(fleet, at - 2, at + 60)).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {31, 32, 33})
  void shouldHoldAShiftOfTheGroupWhileItLastsAsOneEpisode(long seed) {
    Fleet fleet = new Fleet(seed, 10, WINDOW, START);
    int at = 288 * 4 + new Random(seed).nextInt(200);
    fleet.with(new Fleet.Shift(at, at + 40, 8, new int[10]));
    GroupJudge judge = run(fleet, window -> window, at);
    StringBuilder seen = new StringBuilder();
    for (int w = at; w < at + 60; w++) {
      GroupJudgement judgement = judge.judge(fleet.next());
      boolean opens = judgement.state() == GroupState.GROUP_SHIFT && seen.indexOf("S") < 0;
      if (opens) {
        assertThat(scores(judgement)).hasSize(10).allMatch(score -> score >= 1);
      }
      seen.append(judgement.state() == GroupState.GROUP_SHIFT ? 'S' : '.');
    }
    assertThat(seen).matches("\\.{1,3}S{30,44}\\.+(S+\\.+)?");
  }

  private static List<Double> scores(GroupJudgement judgement) {
    return judgement.readings().stream()
        .filter(readings -> readings.metric().equals(ScoreReadings.METRIC))
        .flatMapToDouble(readings -> Arrays.stream(readings.observed()))
        .boxed()
        .toList();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {61, 62, 63})
  void shouldAlertForHardlyAnyHostWhenAPairBecomesThree(long seed) {
    Fleet fleet = new Fleet(seed, 3, WINDOW, START);
    int joins = 288 * 4;
    GroupJudge judge = run(fleet, window -> without(window, Fleet.host(2)), joins);
    Set<String> alerts = new HashSet<>();
    for (int w = 0; w < 288 * 3; w++) {
      for (Finding finding : judge.judge(fleet.next()).findings()) {
        alerts.add(finding.host() + " " + w / 24);
      }
    }
    assertThat(alerts).hasSizeLessThanOrEqualTo(4);
  }

  private static GroupWindow without(GroupWindow window, String host) {
    return new GroupWindow(
        window.group(),
        window.start(),
        window.end(),
        window.metrics(),
        window.hosts().stream().filter(h -> !h.host().equals(host)).toList(),
        0,
        false);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {41, 42, 43})
  void shouldRaiseNothingForIdenticalHosts(long seed) {
    Fleet fleet = new Fleet(seed, 2 + new Random(seed).nextInt(12), WINDOW, START).identical();
    assertThat(lonely(fleet, 0, 288 * 5)).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {51, 52, 53})
  void shouldFindALargeStepAndNameTheRightHost(long seed) {
    Random random = new Random(seed);
    int hosts = 4 + random.nextInt(20);
    int host = random.nextInt(hosts);
    int at = 288 * 4 + random.nextInt(200);
    Fleet fleet = new Fleet(seed, hosts, WINDOW, START);
    fleet.with(new Fault(FaultKind.STEP, host, at, at + 24, 8, java.util.Set.of(1, 2, 5)));
    assertThat(lonely(fleet, at, at + 6)).containsOnly(Fleet.host(host));
  }

  private static DetectionSettings settings() {
    return DetectionSettings.of(WINDOW);
  }

  private static Fleet faulty(long seed, int hosts) {
    Random random = new Random(seed);
    Fleet fleet = new Fleet(seed, hosts, WINDOW, START);
    for (FaultKind kind : FaultKind.values()) {
      int from = 100 + random.nextInt(500);
      fleet.with(
          new Fault(kind, random.nextInt(hosts), from, from + 20, 9, java.util.Set.of(1, 2, 5, 6)));
    }
    return fleet;
  }

  private static GroupJudge run(Fleet fleet, UnaryOperator<GroupWindow> change, int windows) {
    GroupJudge judge = new GroupJudge(settings());
    for (int w = 0; w < windows; w++) {
      judge.judge(change.apply(fleet.next()));
    }
    return judge;
  }

  private static List<String> verdicts(Fleet fleet, UnaryOperator<GroupWindow> change) {
    GroupJudge judge = new GroupJudge(settings());
    List<String> verdicts = new ArrayList<>();
    for (int w = 0; w < WINDOWS; w++) {
      GroupJudgement judgement = judge.judge(change.apply(fleet.next()));
      verdicts.add(
          judgement.state() + " " + judgement.findings().stream().map(Finding::host).toList());
    }
    return verdicts;
  }

  private static List<String> lonely(Fleet fleet, int from, int to) {
    GroupJudge judge = new GroupJudge(settings());
    List<String> lonely = new ArrayList<>();
    for (int w = 0; w < to; w++) {
      GroupJudgement judgement = judge.judge(fleet.next());
      if (w >= from) {
        judgement.findings().forEach(finding -> lonely.add(finding.host()));
      }
    }
    return lonely;
  }

  private static GroupWindow with(GroupWindow window, List<HostWindow> hosts) {
    return new GroupWindow(
        window.group(), window.start(), window.end(), window.metrics(), hosts, 0, false);
  }

  /** Without what the first host told of its last metric. */
  private static GroupWindow withGap(GroupWindow window) {
    List<HostWindow> hosts = new ArrayList<>(window.hosts());
    HostWindow first = hosts.get(0);
    double[] values = first.values().clone();
    values[values.length - 1] = Double.NaN;
    hosts.set(
        0, new HostWindow(first.host(), values, first.samples(), first.missedWindows(), 0, 0));
    return with(window, hosts);
  }

  /** Names that the dictionary doesn't know, and values times a factor. */
  private static GroupWindow scaled(GroupWindow window, double factor) {
    List<String> names = window.metrics().stream().map(name -> "x-" + name).toList();
    List<HostWindow> hosts = new ArrayList<>();
    for (HostWindow host : window.hosts()) {
      double[] values = Arrays.stream(host.values()).map(value -> value * factor).toArray();
      hosts.add(new HostWindow(host.host(), values, host.samples(), host.missedWindows(), 0, 0));
    }
    return new GroupWindow(window.group(), window.start(), window.end(), names, hosts, 0, false);
  }

  private static String text(GroupJudgement judgement) {
    StringBuilder text = new StringBuilder();
    text.append(judgement.state()).append(judgement.reason()).append(judgement.threshold());
    text.append(judgement.findings()).append(judgement.hostsConcerned());
    for (MetricReadings readings : judgement.readings()) {
      text.append(Arrays.toString(readings.expected())).append(Arrays.toString(readings.low()));
    }
    return text.toString();
  }

  /** Writes only what changed, as a store would, and reads all of it back. */
  private static GroupJudge restart(GroupJudge judge, Map<String, byte[]> stored)
      throws IOException {
    stored.putAll(hosts(judge));
    judge.removedHosts().forEach(stored::remove);
    byte[] group = group(judge);
    judge.markWritten();
    Map<String, DataInput> inputs = new HashMap<>();
    stored.forEach((host, bytes) -> inputs.put(host, input(bytes)));
    return GroupJudge.read(input(group), inputs);
  }

  /** All bytes of a judge of which nothing was marked as written. */
  private static List<String> memory(GroupJudge judge) throws IOException {
    List<String> all = new ArrayList<>();
    all.add(java.util.HexFormat.of().formatHex(group(judge)));
    Map<String, byte[]> hosts = hosts(judge);
    hosts.keySet().stream()
        .sorted()
        .filter(host -> judge.changedHosts().contains(host))
        .forEach(host -> all.add(java.util.HexFormat.of().formatHex(hosts.get(host))));
    return all;
  }

  private static byte[] group(GroupJudge judge) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    judge.writeGroup(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static Map<String, byte[]> hosts(GroupJudge judge) throws IOException {
    Map<String, byte[]> hosts = new HashMap<>();
    for (String host : judge.changedHosts()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      judge.writeHost(host, new DataOutputStream(bytes));
      hosts.put(host, bytes.toByteArray());
    }
    return hosts;
  }

  private static DataInput input(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }
}
