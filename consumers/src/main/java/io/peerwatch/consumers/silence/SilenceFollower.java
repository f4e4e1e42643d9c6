package io.peerwatch.consumers.silence;

import io.peerwatch.consumers.feed.TopicFeed;
import io.peerwatch.schemas.avro.Silence;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.Topics;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Keeps {@link Silences} as the topic says: all that are there when it starts, then each as it
 * comes, on a thread of its own.
 */
public final class SilenceFollower implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long CLOSE_MILLIS = 5_000;

  private final Silences silences = new Silences();
  private final TopicFeed<Silence> feed;
  private final Thread thread;

  private SilenceFollower(TopicFeed<Silence> feed, Consumer<String> problems) {
    this.feed = feed;
    this.thread = new Thread(() -> follow(problems), "peerwatch-silences");
    thread.setDaemon(true);
  }

  /**
   * Returns once all silences of now are known.
   *
   * @param problems told one line about each record that is skipped, each wait, and the end of
   *     following if Kafka refuses it
   * @throws io.peerwatch.consumers.feed.NoTopicException when there is no such topic
   */
  public static SilenceFollower start(ConnectionSettings settings, Consumer<String> problems) {
    var feed = new TopicFeed<>(settings, Topics.SILENCES, problems);
    var follower = new SilenceFollower(feed, problems);
    try {
      feed.start(true);
      feed.readToEnd(follower.silences::put, PATIENCE);
    } catch (RuntimeException e) {
      feed.close();
      throw e;
    }
    follower.thread.start();
    return follower;
  }

  public Silences silences() {
    return silences;
  }

  private void follow(Consumer<String> problems) {
    try {
      feed.runKeyed(silences::put);
    } catch (RuntimeException e) { // said, because from here on new silences would be missed
      problems.accept("silences are no longer followed, start again: " + e.getMessage());
    } finally {
      feed.close();
    }
  }

  @Override
  public void close() {
    feed.stop();
    try {
      thread.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
