/** The made-up hosts whose samples are measured with. */
package io.peerwatch.proof.bench.pipeline.fleet;
