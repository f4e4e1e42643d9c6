package io.peerwatch.detection.laboratory;

import io.peerwatch.detection.episode.Episode;
import io.peerwatch.detection.episode.EpisodeBook;
import io.peerwatch.detection.episode.WindowEpisodes;
import io.peerwatch.detection.feedback.RaisedAlerts;
import io.peerwatch.detection.feedback.Said;
import io.peerwatch.detection.ledger.GroupLedger;
import io.peerwatch.detection.ledger.LedgerEntry;
import io.peerwatch.detection.taught.Opinion;
import io.peerwatch.detection.taught.TaughtItem;
import io.peerwatch.detection.verdict.DetectionSettings;
import io.peerwatch.detection.verdict.GroupJudge;
import io.peerwatch.detection.verdict.GroupJudgement;
import io.peerwatch.detection.verdict.Lesson;
import io.peerwatch.detection.verdict.LessonLearnt;
import io.peerwatch.detection.verdict.MetricReadings;
import io.peerwatch.detection.window.GroupWindow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A fleet, its judge, its episodes, its ledger, and the people who say what they think of the
 * alerts: all the plain steps, wired as the topology wires them.
 */
public final class WatchedFleet {
  private final Fleet fleet;
  private final DetectionSettings settings;
  private final Map<String, byte[]> storedHosts = new HashMap<>();
  private GroupJudge judge;
  private EpisodeBook book = new EpisodeBook("web");
  private RaisedAlerts alerts = new RaisedAlerts();
  private GroupLedger ledger;
  private GroupJudgement judgement;
  private List<TaughtItem> taught = List.of();
  private int window;

  /** Every change of every episode. */
  public final List<Episode> changes = new ArrayList<>();

  /** Everything that the ledger told. */
  public final List<LedgerEntry> told = new ArrayList<>();

  public WatchedFleet(Fleet fleet, long windowMillis) {
    this.fleet = fleet;
    this.settings = DetectionSettings.of(windowMillis);
    this.judge = new GroupJudge(settings);
    this.ledger = new GroupLedger("web");
  }

  public WatchedFleet runTo(int end) {
    while (window < end) {
      step();
    }
    return this;
  }

  public WatchedFleet step() {
    GroupWindow next = fleet.next();
    judgement = judge.judge(next);
    taught = judgement.taught();
    List<Episode> now = book.step(judgement);
    alerts.remember(now);
    changes.addAll(now);
    told.addAll(ledger.step(new WindowEpisodes(judgement, now)));
    window++;
    return this;
  }

  /** Runs until an alert opens, at the latest to a window; the alert. */
  public Episode runToAlert(int end) {
    int before = changes.size();
    while (window < end && changes.size() == before) {
      step();
    }
    if (changes.size() == before) {
      throw new AssertionError("no alert opened up to window " + end);
    }
    return changes.get(changes.size() - 1);
  }

  /** Says something of an alert; true when it was news. */
  public boolean say(Episode alert, Opinion opinion) {
    return say(alert, opinion, window);
  }

  public boolean say(Episode alert, Opinion opinion, long at) {
    Optional<Lesson> lesson = alerts.hear(new Said(alert.alertId(), opinion, at));
    if (lesson.isPresent()) {
      LessonLearnt learnt = judge.learn(lesson.get());
      taught = learnt.taught();
      List<Episode> now = book.learn(learnt);
      alerts.remember(now);
      changes.addAll(now);
      told.addAll(ledger.learn(learnt));
    }
    return lesson.isPresent();
  }

  public int window() {
    return window;
  }

  public List<Episode> open() {
    return book.open();
  }

  public List<TaughtItem> taught() {
    return taught;
  }

  public LedgerEntry latest() {
    return told.get(told.size() - 1);
  }

  public RaisedAlerts alerts() {
    return alerts;
  }

  public Episode last() {
    return changes.get(changes.size() - 1);
  }

  /** Evidence of a host in the last window, in units of the threshold. */
  public double score(String host) {
    MetricReadings scores =
        judgement.readings().stream()
            .filter(readings -> readings.metric().equals("peerwatch.score"))
            .findFirst()
            .orElseThrow();
    return scores.observed()[scores.hosts().indexOf(host)];
  }

  /** What was expected of a host in the last window, by metric. */
  public List<Double> expectedOf(String host) {
    return judgement.readings().stream()
        .filter(readings -> !readings.metric().equals("peerwatch.score"))
        .map(readings -> readings.expected()[readings.hosts().indexOf(host)])
        .toList();
  }

  /** What was said of the last window, to the last bit. */
  public String judgementText() {
    StringBuilder text = new StringBuilder();
    text.append(judgement.state()).append(judgement.reason()).append(judgement.threshold());
    text.append(judgement.findings()).append(judgement.hostsConcerned());
    text.append(judgement.accepted()).append(judgement.taught());
    for (MetricReadings readings : judgement.readings()) {
      text.append(Arrays.toString(readings.expected())).append(Arrays.toString(readings.low()));
      text.append(Arrays.toString(readings.deviation()));
    }
    return text.toString();
  }

  /** Writes everything as stores would and goes on with what is read back. */
  public void restart() throws IOException {
    for (String host : judge.changedHosts()) {
      storedHosts.put(host, bytes(out -> judge.writeHost(host, out)));
    }
    judge.removedHosts().forEach(storedHosts::remove);
    byte[] group = bytes(judge::writeGroup);
    Map<String, DataInput> hosts = new HashMap<>();
    storedHosts.forEach((host, bytes) -> hosts.put(host, input(bytes)));
    judge = GroupJudge.read(input(group), hosts);
    book = EpisodeBook.read(input(bytes(book::write)));
    alerts = RaisedAlerts.read(input(bytes(alerts::write)));
    ledger = GroupLedger.read(input(bytes(ledger::write)));
  }

  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  private static byte[] bytes(Writing writing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    writing.to(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static DataInput input(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }
}
