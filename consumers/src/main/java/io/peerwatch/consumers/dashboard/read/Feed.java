package io.peerwatch.consumers.dashboard.read;

/** Whatever keeps the dashboard's memory up to date, in threads of its own. */
public interface Feed extends AutoCloseable {
  /** A feed for a memory that somebody else fills. */
  Feed NONE =
      new Feed() {
        @Override
        public void start() {}

        @Override
        public void close() {}
      };

  /** Starts feeding; returns at once. */
  void start();

  /** Stops feeding; may be called without a start. */
  @Override
  void close();
}
