/** What is compared: each a way to read the same samples, from nothing done to all of it. */
package io.peerwatch.proof.bench.pipeline.contestant;
