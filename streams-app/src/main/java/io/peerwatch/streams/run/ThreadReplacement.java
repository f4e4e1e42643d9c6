package io.peerwatch.streams.run;

import io.peerwatch.schemas.serde.RegistryUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when a stream thread dies: it is replaced and goes on from the last commit, so
 * nothing is lost or doubled. More than {@value #DEATHS_MAX} deaths in ten minutes are no accident,
 * and neither a topic that was deleted nor a right that is missing comes by trying: then the
 * instance ends. A registry or a broker that is away is waited for, however long and by however
 * many threads: what they die of while they wait does not count.
 */
final class ThreadReplacement implements StreamsUncaughtExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ThreadReplacement.class);
  static final int DEATHS_MAX = 10;
  static final Duration SPAN = Duration.ofMinutes(10);

  private final InstantSource clock;
  private final Deque<Instant> deaths = new ArrayDeque<>();

  /** Of each stream thread, whether it has died and another one takes its place. */
  private final ThreadLocal<Boolean> replaced = ThreadLocal.withInitial(() -> false);

  private volatile String givenUp;
  private long died;

  ThreadReplacement(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized StreamThreadExceptionResponse handle(Throwable exception) {
    Instant now = clock.instant();
    died++;
    if (!isAway(exception)) {
      deaths.addLast(now);
    }
    forgetLongAgo(now);
    String cause = rootCause(exception);
    boolean forGood = isForGood(exception);
    if (forGood || deaths.size() > DEATHS_MAX) {
      givenUp = forGood ? cause : tooOften(cause);
      LOG.error("Giving up: {}", givenUp);
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    LOG.warn("A stream thread died and is replaced: {}", cause, exception);
    replaced.set(true);
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  /** Whether the thread that asks has died and is replaced. */
  boolean isOfThisThread() {
    return replaced.get();
  }

  /** Why the instance ends, in one line; null while it does not. */
  String givenUp() {
    return givenUp;
  }

  /** Deaths since the start. */
  synchronized long died() {
    return died;
  }

  /** How many more may die now before the instance ends. */
  synchronized int deathsLeft() {
    forgetLongAgo(clock.instant());
    return Math.max(0, DEATHS_MAX - deaths.size());
  }

  private String tooOften(String cause) {
    return "%d stream threads died within %d minutes, the last one of %s"
        .formatted(deaths.size(), SPAN.toMinutes(), cause);
  }

  private void forgetLongAgo(Instant now) {
    while (!deaths.isEmpty() && deaths.peekFirst().isBefore(now.minus(SPAN))) {
      deaths.removeFirst();
    }
  }

  private static boolean isForGood(Throwable exception) {
    return exception instanceof MissingSourceTopicException
        || root(exception) instanceof AuthorizationException;
  }

  private static boolean isAway(Throwable exception) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof RegistryUnavailableException || cause instanceof TimeoutException) {
        return true;
      }
    }
    return false;
  }

  private static Throwable root(Throwable exception) {
    Throwable cause = exception;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static String rootCause(Throwable exception) {
    Throwable cause = root(exception);
    String message = cause.getMessage() == null ? "" : ": " + cause.getMessage();
    return (cause.getClass().getSimpleName() + message).lines().findFirst().orElse("");
  }
}
