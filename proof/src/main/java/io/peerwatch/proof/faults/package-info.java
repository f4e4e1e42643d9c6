/**
 * Faults on purpose: real processes on a real cluster of three brokers, disturbed in every way that
 * is known to break such systems, each with a criterion that says whether it was withstood.
 */
package io.peerwatch.proof.faults;
