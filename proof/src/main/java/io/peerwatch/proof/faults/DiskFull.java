package io.peerwatch.proof.faults;

import io.peerwatch.proof.faults.lab.Laboratory;
import io.peerwatch.proof.faults.lab.StreamInstance;
import io.peerwatch.proof.faults.load.UnderLoad;
import io.peerwatch.proof.faults.load.UnderLoad.Scene;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * An instance that can write no byte to any file, as on a full disk: its process may have files of
 * no length at all, so that every write to one fails. What it prints goes to a pipe, which has
 * none.
 */
final class DiskFull {
  private static final List<String> NO_BYTE =
      List.of("bash", "-c", "ulimit -f 0; exec \"$@\"", "bash");
  private static final Duration WITHOUT_ROOM = Duration.ofSeconds(30);

  private DiskFull() {}

  static Outcome run(Laboratory laboratory, UnderLoad load) throws Exception {
    return load.run(
        laboratory,
        scene -> {
          Disturbances.awaitWork(scene);
          StreamInstance instance = scene.instances().get(0);
          instance.kill();
          instance.start(NO_BYTE);
          Thread.sleep(WITHOUT_ROOM.toMillis());
          Disturbances.awaitWork(scene);
          boolean ran = instance.runs();
          scene.outcome().figure("wentOnWithoutRoom", ran);
          scene
              .outcome()
              .require(ran || !instance.lastLine().isBlank(), "it ended and did not say why");
          instance.stop();
          instance.start();
          Disturbances.awaitWork(scene);
          requireLineOfNewOne(scene);
        });
  }

  /** One that was never there before has to keep its name, so it ends, and says why. */
  private static void requireLineOfNewOne(Scene scene) throws Exception {
    Path folder = scene.laboratory().folder("new");
    try (var fresh =
        new StreamInstance(scene.connection(), StreamInstance.Windows.USUAL, folder, "-")) {
      boolean ended = fresh.start(NO_BYTE).awaitEnd(WITHOUT_ROOM);
      scene
          .outcome()
          .require(ended, "a new instance neither starts nor ends")
          .require(
              fresh.lastLine().contains("state folder " + folder),
              "a new instance does not say why it ends: " + fresh.lastLine());
    }
  }
}
