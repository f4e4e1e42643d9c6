package io.peerwatch.producers.simulate.yaml;

/** A key as the documentation sees it. */
interface AnyKey {
  String name();

  /** How its value is written. */
  String written();

  /** What holds where it is missing. */
  String absent();

  String meaning();
}
