package io.peerwatch.proof.evaluate;

/**
 * Who takes part, and at which budget.
 *
 * @param detector title of the detector
 * @param falseAlarmsPerWeek its budget
 */
public record Entry(String detector, double falseAlarmsPerWeek) {}
