package io.peerwatch.schemas.apply;

import io.peerwatch.schemas.apply.TopicDifference.Remedy;
import java.util.Collection;

/** What may be done to the topics of a cluster. */
interface TopicChanges {

  /** False if somebody else was faster. */
  boolean create(WantedTopic wanted);

  void change(Remedy remedy);

  /** Returns when every topic can be seen: brokers hear of new ones a moment later. */
  void awaitVisible(Collection<String> names);

  /** Does nothing, as if all went well. */
  TopicChanges NONE =
      new TopicChanges() {
        @Override
        public boolean create(WantedTopic wanted) {
          return true;
        }

        @Override
        public void change(Remedy remedy) {}

        @Override
        public void awaitVisible(Collection<String> names) {}
      };
}
