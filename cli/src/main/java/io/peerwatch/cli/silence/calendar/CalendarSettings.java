package io.peerwatch.cli.silence.calendar;

import java.time.Instant;
import java.time.ZoneId;

/**
 * How the events of a calendar become silences.
 *
 * @param group pattern of groups where an event names none; null: it has to name one
 * @param host pattern of hosts where an event names none
 * @param zone of times that have none
 * @param from occurrences that ended by then are left out
 * @param to and those that start then or later
 * @param who says it
 */
public record CalendarSettings(
    String group, String host, ZoneId zone, Instant from, Instant to, String who) {}
