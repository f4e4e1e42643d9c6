/** {@code peerwatch evaluate}: its options, and its results as tables and as JSON. */
package io.peerwatch.cli.evaluate;
