package io.peerwatch.proof.faults;

import io.peerwatch.local.LocalCluster;
import io.peerwatch.proof.faults.lab.Laboratory;
import io.peerwatch.proof.faults.lab.StreamInstance;
import io.peerwatch.proof.faults.load.UnderLoad.Disturbance;
import io.peerwatch.proof.faults.load.UnderLoad.Scene;
import java.time.Duration;
import java.util.SplittableRandom;

/** What can be done to instances and brokers while they work. */
final class Disturbances {
  private static final Duration GOES_ON_MAX = Duration.ofSeconds(90);
  private static final Duration BROKER_AWAY = Duration.ofSeconds(4);

  private Disturbances() {}

  /** Kills the instances in turn, each amid work and at a moment drawn at random. */
  static Disturbance kills(int times) {
    return scene -> {
      SplittableRandom random = new SplittableRandom(scene.laboratory().seed());
      awaitWork(scene);
      for (int i = 0; i < times; i++) {
        Thread.sleep(random.nextLong(1_000, 4_000));
        scene.instances().get(i).kill();
        scene.instances().get(i).start();
        awaitWork(scene);
        scene.laboratory().progress().report("kills", i + 1L, times);
      }
      scene.outcome().figure("kills", times);
    };
  }

  /** Ends each in good order and starts it again, as an upgrade does. */
  static Disturbance restarts(int rounds) {
    return scene -> {
      awaitWork(scene);
      for (int i = 0; i < rounds * scene.instances().size(); i++) {
        StreamInstance instance = scene.instances().get(i);
        scene.outcome().require(instance.stop(), "an instance did not end on SIGTERM");
        instance.start();
        awaitWork(scene);
      }
    };
  }

  /** One more instance joins and leaves, again and again. */
  static Disturbance joinsAndLeaves(int times, Duration every) {
    return scene -> {
      awaitWork(scene);
      Laboratory laboratory = scene.laboratory();
      try (var guest =
          new StreamInstance(
              scene.connection(), StreamInstance.Windows.USUAL, laboratory.folder("guest"), "-")) {
        for (int i = 0; i < times; i++) {
          guest.start();
          Thread.sleep(every.toMillis());
          scene.outcome().require(guest.stop(), "the guest did not end on SIGTERM");
          laboratory.progress().report("joins and leaves", i + 1L, times);
        }
      }
      awaitWork(scene);
      scene.outcome().figure("joinsAndLeaves", times);
    };
  }

  /** Each broker goes without a word and comes back; then one of them for longer. */
  static Disturbance brokersAway(Duration longer) {
    return scene -> {
      awaitWork(scene);
      for (int id = 1; id <= Laboratory.BROKERS; id++) {
        away(scene.laboratory().cluster(), id, BROKER_AWAY);
        awaitWork(scene);
      }
      if (!longer.isZero()) {
        away(scene.laboratory().cluster(), 2, longer);
        awaitWork(scene);
        scene.outcome().figure("awaySeconds", longer.toSeconds());
      }
    };
  }

  /** All brokers are away for a while. */
  static Disturbance noBroker(Duration away) {
    return scene -> {
      awaitWork(scene);
      LocalCluster cluster = scene.laboratory().cluster();
      cluster.stopAllBrokers();
      Thread.sleep(away.toMillis());
      cluster.startAllBrokers();
      awaitWork(scene);
      scene.outcome().figure("awaySeconds", away.toSeconds());
    };
  }

  private static void away(LocalCluster cluster, int id, Duration away)
      throws InterruptedException {
    cluster.stopBroker(id);
    Thread.sleep(away.toMillis());
    cluster.startBroker(id);
  }

  /** Until something more was judged: what follows then befalls an application that works. */
  static void awaitWork(Scene scene) throws InterruptedException {
    scene
        .outcome()
        .require(
            scene.verdicts().awaitMore(1, GOES_ON_MAX), "nothing was judged for " + GOES_ON_MAX);
  }
}
