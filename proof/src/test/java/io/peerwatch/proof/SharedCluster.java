package io.peerwatch.proof;

import io.peerwatch.local.LocalCluster;
import io.peerwatch.local.LocalSettings;
import io.peerwatch.schemas.settings.ConnectionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One broker and registry for all tests of this JVM: started by the first test class that registers
 * it, on free ports and a folder of its own, and closed when the last test is done.
 *
 * <pre>{@code
 * @RegisterExtension static final SharedCluster CLUSTER = new SharedCluster();
 * }</pre>
 *
 * Tests keep apart by prefix: {@link #newConnection()} gives each its own topics.
 */
public final class SharedCluster implements BeforeAllCallback {
  /**
   * Tests publish samples of any year, which the first look at retention would delete: half a
   * minute after the start by default, in the middle of a test.
   */
  private static final Map<String, String> KEEPS_ALL =
      Map.of(
          "log.initial.task.delay.ms", "86400000", "log.retention.check.interval.ms", "86400000");

  private static final AtomicInteger CONNECTIONS = new AtomicInteger();

  private Running running;

  @Override
  public void beforeAll(ExtensionContext context) {
    running =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.create(SharedCluster.class))
            .getOrComputeIfAbsent(Running.class, unused -> Running.start(), Running.class);
  }

  public String bootstrapServers() {
    return running.cluster().bootstrapServers();
  }

  public String registryUrl() {
    return running.cluster().registryUrl();
  }

  /** To this cluster, with a topic prefix that no other test has. */
  public ConnectionSettings newConnection() {
    String prefix = "test-" + CONNECTIONS.incrementAndGet() + ".";
    return ConnectionSettings.of(bootstrapServers(), registryUrl(), prefix);
  }

  private record Running(LocalCluster cluster, Path folder) implements AutoCloseable {

    static Running start() {
      QuietBrokers.apply();
      try {
        Path folder = Files.createTempDirectory("peerwatch-shared-cluster");
        var settings = new LocalSettings(1, 0, 0, folder, List.of(), KEEPS_ALL);
        return new Running(LocalCluster.start(settings), folder);
      } catch (IOException failure) {
        throw new IllegalStateException(failure);
      }
    }

    @Override
    public void close() throws IOException {
      cluster.close();
      Folders.delete(folder);
    }
  }
}
