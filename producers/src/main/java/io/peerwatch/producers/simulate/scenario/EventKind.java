package io.peerwatch.producers.simulate.scenario;

import java.util.Locale;

/** What happens in a healthy fleet, and should alarm nobody. */
public enum EventKind {
  /** Hosts restart their service one after another, over the duration; then it costs otherwise. */
  ROLLING_DEPLOY,

  /** All hosts restart their service at about the same time; then it costs otherwise. */
  DEPLOY_AT_ONCE,

  /** More requests than usual come to the group. */
  SURGE,

  /** Requests of one group go to another. */
  FAILOVER,

  /** New hosts come into the group, numbered on. */
  HOSTS_JOIN,

  /** Hosts leave the group for good. */
  HOSTS_LEAVE,

  /** Hosts become machines of another size, restarting for it. */
  BIGGER_HOSTS,

  /** Hosts get no work for a while, then restart; it is announced. */
  MAINTENANCE;

  /** The name in scenarios and in the list of events, such as {@code rolling-deploy}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
