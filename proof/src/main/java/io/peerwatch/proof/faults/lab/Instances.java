package io.peerwatch.proof.faults.lab;

import io.peerwatch.schemas.settings.ConnectionSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Several instances that share the work. */
public final class Instances implements AutoCloseable {
  private final List<StreamInstance> all = new ArrayList<>();

  private Instances() {}

  public static Instances start(
      Laboratory laboratory,
      ConnectionSettings connection,
      StreamInstance.Windows windows,
      int count,
      boolean named)
      throws IOException {
    Instances instances = new Instances();
    for (int i = 0; i < count; i++) {
      String id = named ? "instance-" + i : "-";
      var instance =
          new StreamInstance(connection, windows, laboratory.folder("instance-" + i), id);
      instances.all.add(instance);
      instance.start();
    }
    return instances;
  }

  public StreamInstance get(int i) {
    return all.get(i % all.size());
  }

  public int size() {
    return all.size();
  }

  /** The last lines of those that ended although nobody ended them; none when all run. */
  public List<String> ended() throws IOException {
    List<String> lines = new ArrayList<>();
    for (StreamInstance instance : all) {
      if (!instance.runs()) {
        lines.add("an instance ended: " + instance.lastLine());
      }
    }
    return lines;
  }

  @Override
  public void close() throws InterruptedException {
    for (StreamInstance instance : all) {
      instance.close();
    }
  }
}
