package io.peerwatch.detection.capacity;

import java.util.List;

/**
 * What a group has, and whom its figures describe.
 *
 * @param hosts hosts known, at least 0
 * @param hostsJudged of them, those that the figures describe
 * @param hostsSilent of them, those that reported nothing in the window
 * @param hostsSuspect of them, those that reported but are suspects of the window
 * @param hostsLeftOut the silent and the suspect ones by name, at most 20
 * @param cores logical processors of all known hosts, scaled up from those that tell; null when
 *     fewer than half tell
 * @param memoryBytes memory of all known hosts, likewise
 */
public record GroupSize(
    int hosts,
    int hostsJudged,
    int hostsSilent,
    int hostsSuspect,
    List<String> hostsLeftOut,
    Double cores,
    Double memoryBytes) {}
