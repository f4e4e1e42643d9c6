/**
 * How fast windows are judged, in JMH: the judge as the topology calls it, beside a bare selection
 * of medians over the same values in the same run.
 */
package io.peerwatch.proof.bench.judging;
