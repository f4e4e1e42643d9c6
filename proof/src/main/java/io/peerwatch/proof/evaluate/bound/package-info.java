/**
 * What is possible at all: tests that know all that made a group's windows but whether there is a
 * fault, held to the same budget of false alarms.
 */
package io.peerwatch.proof.evaluate.bound;
