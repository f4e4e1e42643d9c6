/** What is seen of a run from outside: offsets, verdicts, and the broker's bytes. */
package io.peerwatch.proof.bench.pipeline.measure;
