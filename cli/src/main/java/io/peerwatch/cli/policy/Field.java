package io.peerwatch.cli.policy;

import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A field of a record of the contracts as people write it in YAML.
 *
 * @param name its key
 * @param set puts what the text means into the record's builder; throws IllegalArgumentException
 *     whose message follows the key's name
 * @param text as it is written; null where the record says nothing
 */
record Field<R, B>(String name, BiConsumer<B, String> set, Function<R, String> text) {}
