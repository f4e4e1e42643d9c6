package io.peerwatch.producers.agent;

/** What the agent watches. */
public enum Scope {
  /** The container when it runs in one that has a limit of its own; else the host. */
  AUTO,
  /** The machine, as the kernel shows it, also from within a container. */
  HOST,
  /** The container that it runs in, measured against the container's limits. */
  CONTAINER
}
