package io.peerwatch.producers.operate;

import java.util.Optional;

/**
 * One record to write.
 *
 * @param key its key
 * @param value its value; empty takes away what the key names
 * @param line what to say when it is written
 */
public record Change<V>(String key, Optional<V> value, String line) {

  public static <V> Change<V> put(String key, V value, String line) {
    return new Change<>(key, Optional.of(value), line);
  }

  public static <V> Change<V> end(String key, String line) {
    return new Change<>(key, Optional.empty(), line);
  }
}
