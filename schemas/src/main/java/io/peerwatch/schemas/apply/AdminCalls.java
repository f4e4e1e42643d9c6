package io.peerwatch.schemas.apply;

import io.peerwatch.schemas.settings.Failures;
import io.peerwatch.schemas.settings.UnreachableException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;

/** Waits for an admin client's answers and puts its failures into words. */
final class AdminCalls {
  private final String bootstrapServers;

  AdminCalls(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /** The answer to what is being done, such as "create topic x". */
  <T> T get(String doing, KafkaFuture<T> answer) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw failure(doing, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TopicsException("interrupted: could not " + doing, e);
    }
  }

  /** The same; empty if it failed in the way that was expected. */
  <T> Optional<T> unless(Class<? extends Exception> expected, String doing, KafkaFuture<T> answer) {
    try {
      return Optional.of(get(doing, answer));
    } catch (TopicsException | UnreachableException e) {
      if (expected.isInstance(e.getCause())) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private RuntimeException failure(String doing, Throwable cause) {
    if (cause instanceof AuthorizationException) {
      return new TopicsException(
          "not allowed to %s (%s): have the rights granted to this user"
              .formatted(doing, Failures.line(cause)),
          cause);
    }
    if (cause instanceof RetriableException) {
      return new UnreachableException(
          "could not %s at %s: %s".formatted(doing, bootstrapServers, Failures.line(cause)), cause);
    }
    return new TopicsException("could not %s: %s".formatted(doing, Failures.line(cause)), cause);
  }
}
