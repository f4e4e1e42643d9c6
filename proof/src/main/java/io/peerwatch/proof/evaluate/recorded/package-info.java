/** Recorded samples with labels: the same contest as on made-up groups, on what really happened. */
package io.peerwatch.proof.evaluate.recorded;
