package io.peerwatch.cli.secured;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One {@link SecuredCluster} for all tests of this JVM, started by the first that registers it. */
final class SharedSecuredCluster implements BeforeAllCallback {
  private Running running;

  @Override
  public void beforeAll(ExtensionContext context) {
    running =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.create(SharedSecuredCluster.class))
            .getOrComputeIfAbsent(Running.class, unused -> Running.start(), Running.class);
  }

  SecuredCluster get() {
    return running.cluster();
  }

  /** For files of tests; the operating system's folder for such things is cleaned by itself. */
  Path folder() {
    return running.folder();
  }

  private record Running(SecuredCluster cluster, Path folder) implements AutoCloseable {
    static Running start() {
      try {
        Path folder = Files.createTempDirectory("peerwatch-secured-cluster");
        return new Running(new SecuredCluster(folder), folder);
      } catch (Exception failure) {
        throw new IllegalStateException(failure);
      }
    }

    @Override
    public void close() {
      cluster.close();
    }
  }
}
