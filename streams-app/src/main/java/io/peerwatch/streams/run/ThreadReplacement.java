package io.peerwatch.streams.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when a stream thread dies: it is replaced and goes on from the last commit, so
 * nothing is lost or doubled. More than {@value #DEATHS_MAX} deaths in ten minutes are no accident,
 * and neither a topic that was deleted nor a right that is missing comes by trying: then the
 * instance ends.
 */
final class ThreadReplacement implements StreamsUncaughtExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ThreadReplacement.class);
  static final int DEATHS_MAX = 10;
  static final Duration SPAN = Duration.ofMinutes(10);

  private final InstantSource clock;
  private final Deque<Instant> deaths = new ArrayDeque<>();
  private volatile String givenUp;
  private long died;

  ThreadReplacement(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized StreamThreadExceptionResponse handle(Throwable exception) {
    Instant now = clock.instant();
    died++;
    deaths.addLast(now);
    forgetLongAgo(now);
    String cause = rootCause(exception);
    if (isForGood(exception) || deaths.size() > DEATHS_MAX) {
      givenUp = cause;
      LOG.error("Giving up after {} thread deaths in {}: {}", deaths.size(), SPAN, cause);
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    LOG.warn("A stream thread died and is replaced: {}", cause, exception);
    return StreamThreadExceptionResponse.REPLACE_THREAD;
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

  private void forgetLongAgo(Instant now) {
    while (!deaths.isEmpty() && deaths.peekFirst().isBefore(now.minus(SPAN))) {
      deaths.removeFirst();
    }
  }

  private static boolean isForGood(Throwable exception) {
    return exception instanceof MissingSourceTopicException
        || root(exception) instanceof AuthorizationException;
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
