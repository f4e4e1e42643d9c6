/**
 * Made-up groups of hosts with a statistical model of their own, apart from the simulator's
 * machines: random worlds, faults injected at known places, and changes that must not alarm. One
 * seed, one group, to the last bit.
 */
package io.peerwatch.proof.evaluate.lab;
