package io.peerwatch.producers.simulate.yaml;

import java.util.Map;
import java.util.function.Function;

/**
 * How a single value is written.
 *
 * @param written for people: kind and range, such as {@code number 0..1}
 * @param schema the same as JSON Schema
 * @param reader makes a value of the text; throws IllegalArgumentException whose message follows
 *     the key's name
 * @param stand a value to go on with where one is missing or wrong; it is never used
 */
record Form<T>(String written, Map<String, Object> schema, Function<String, T> reader, T stand) {}
