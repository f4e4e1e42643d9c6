/**
 * The whole pipeline over a real broker, beside what others do with the same samples: as fast as it
 * goes, and at the cadence of live hosts.
 */
package io.peerwatch.proof.bench.pipeline;
