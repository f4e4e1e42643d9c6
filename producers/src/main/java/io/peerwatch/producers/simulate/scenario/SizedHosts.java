package io.peerwatch.producers.simulate.scenario;

/** So many hosts of one size; those of a group are numbered in the order of its sizes. */
public record SizedHosts(int hosts, HostSize size) {}
