package io.peerwatch.producers.simulate.yaml;

import java.util.List;

/**
 * The keys that one kind of mapping may have.
 *
 * @param title what the mapping is called
 */
record Keys(String title, List<AnyKey> all) {
  static Keys of(String title, AnyKey... keys) {
    return new Keys(title, List.of(keys));
  }

  List<String> names() {
    return all.stream().map(AnyKey::name).toList();
  }
}
