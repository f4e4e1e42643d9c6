/** Where contestants run: each in a process of its own, so that none pays for another. */
package io.peerwatch.proof.bench.pipeline.seat;
