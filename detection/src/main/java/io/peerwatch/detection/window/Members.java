package io.peerwatch.detection.window;

import java.util.NavigableSet;
import java.util.TreeSet;

/** Which hosts belong to a group whether or not they are heard, and what is known of them. */
public interface Members {

  /** Nobody said anything. */
  Members NONE =
      new Members() {
        @Override
        public NavigableSet<String> listed() {
          return new TreeSet<>();
        }

        @Override
        public boolean hasEnded(String host) {
          return false;
        }

        @Override
        public double told(String host, String metric) {
          return Double.NaN;
        }
      };

  /** Names of the hosts that belong to the group until somebody says otherwise. */
  NavigableSet<String> listed();

  /** Whether somebody said that the host belongs to the group no more. */
  boolean hasEnded(String host);

  /** What is known of a host in the metric's unit, such as its cores; NaN when nothing is. */
  double told(String host, String metric);
}
