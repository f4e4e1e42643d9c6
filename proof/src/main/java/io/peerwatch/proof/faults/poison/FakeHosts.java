package io.peerwatch.proof.faults.poison;

import io.peerwatch.detection.window.WindowSettings;
import io.peerwatch.producers.publish.SamplePublisher;
import io.peerwatch.proof.faults.Outcome;
import io.peerwatch.proof.faults.lab.Committed;
import io.peerwatch.proof.faults.lab.Laboratory;
import io.peerwatch.proof.faults.lab.StreamInstance;
import io.peerwatch.proof.faults.load.UnderLoad;
import io.peerwatch.proof.faults.load.UnderLoad.Scene;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.avro.RejectReason;
import io.peerwatch.schemas.avro.RejectedRecord;
import io.peerwatch.schemas.topics.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Hosts that nobody has, by the million: bounds hold, and what is over them is told or counted. */
public final class FakeHosts {
  private static final String GROUP = "fake";
  private static final Instant AT = Instant.parse("2026-01-05T01:00:10Z");
  private static final double GROWTH_MAX = 1.3;
  private static final long TOLD_MILLIS_MAX = 240_000;
  private static final int BETWEEN_KILLS = 20_000;

  private FakeHosts() {}

  public static Outcome run(Laboratory laboratory, UnderLoad load, int hosts) throws Exception {
    return load.run(laboratory, scene -> disturb(scene, hosts));
  }

  private static void disturb(Scene scene, int hosts) throws Exception {
    send(scene, 0, 2 * WindowSettings.HOSTS_MAX);
    awaitTold(scene, WindowSettings.HOSTS_MAX);
    long before = resident(scene);
    send(scene, 2 * WindowSettings.HOSTS_MAX, hosts);
    long told = awaitTold(scene, hosts - WindowSettings.HOSTS_MAX);
    long after = resident(scene);
    requireTold(scene, told, hosts);
    int more = hosts + amidKills(scene, hosts);
    requireTold(scene, awaitTold(scene, more - WindowSettings.HOSTS_MAX), more);
    scene
        .outcome()
        .require(
            after <= before * GROWTH_MAX,
            "memory grew from %d to %d MiB".formatted(before >> 20, after >> 20))
        .figure("fakeHosts", more)
        .figure("listed", rejected(scene).size())
        .figure("residentMebibytesBefore", before >> 20)
        .figure("residentMebibytesAfter", after >> 20);
  }

  private static void requireTold(Scene scene, long told, int hosts) {
    int refused = hosts - WindowSettings.HOSTS_MAX;
    scene
        .outcome()
        .require(
            told == refused, "%d of %d refused ones are told or counted".formatted(told, refused));
  }

  /** More of them while each instance is killed; how many. */
  private static int amidKills(Scene scene, int from) throws Exception {
    int sent = 0;
    for (int i = 0; i < scene.instances().size(); i++, sent += BETWEEN_KILLS) {
      send(scene, from + sent, from + sent + BETWEEN_KILLS);
      scene.instances().get(i).kill();
      scene.instances().get(i).start();
    }
    return sent;
  }

  private static void send(Scene scene, int from, int to) {
    try (var publisher = new SamplePublisher(scene.connection())) {
      for (int h = from; h < to; h++) {
        var sample = new HostSample("fake-" + h, GROUP, AT, Map.of("m", 1.0), Map.of());
        publisher.publish(sample);
      }
      publisher.flush();
    }
  }

  private static List<RejectedRecord> rejected(Scene scene) {
    return Committed.all(scene.connection(), Topics.REJECTED_RECORDS).stream()
        .filter(record -> record.getReason() == RejectReason.TOO_MANY_HOSTS)
        .toList();
  }

  private static long awaitTold(Scene scene, long wanted) throws InterruptedException {
    long deadline = System.currentTimeMillis() + TOLD_MILLIS_MAX;
    long told = 0;
    while (told < wanted && System.currentTimeMillis() < deadline) {
      Thread.sleep(1_000);
      told = rejected(scene).stream().mapToLong(record -> 1 + record.getUnlisted()).sum();
    }
    return told;
  }

  private static long resident(Scene scene) throws Exception {
    long highest = 0;
    for (int i = 0; i < scene.instances().size(); i++) {
      StreamInstance instance = scene.instances().get(i);
      highest = Math.max(highest, instance.residentBytes());
    }
    return highest;
  }
}
