/**
 * What others do, in a few lines each, so that our figures have neighbours: every one gives a score
 * to each host of a window, and all get their threshold in the same way from the same history.
 */
package io.peerwatch.proof.evaluate.baseline;
