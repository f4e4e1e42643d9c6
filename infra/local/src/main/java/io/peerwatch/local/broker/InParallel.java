package io.peerwatch.local.broker;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** One step done for all nodes at once, because the nodes of a quorum wait for each other. */
final class InParallel {
  private InParallel() {}

  /** Returns when all are done; throws the first failure, the others suppressed in it. */
  static <T> void run(String name, Collection<T> items, Consumer<T> step) {
    List<CompletableFuture<Void>> tasks =
        items.stream()
            .map(
                item ->
                    CompletableFuture.runAsync(
                        () -> step.accept(item), task -> startDaemon(name + "-" + item, task)))
            .toList();
    RuntimeException failure = null;
    for (CompletableFuture<Void> task : tasks) {
      failure = join(task, failure);
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static void startDaemon(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  private static RuntimeException join(CompletableFuture<Void> task, RuntimeException before) {
    try {
      task.join();
      return before;
    } catch (CompletionException failed) {
      if (before == null) {
        return new IllegalStateException(failed.getCause().getMessage(), failed.getCause());
      }
      before.addSuppressed(failed);
      return before;
    }
  }
}
