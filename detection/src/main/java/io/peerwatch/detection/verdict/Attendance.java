package io.peerwatch.detection.verdict;

import java.util.Arrays;

/** Which hosts report in a window, at which places in columns, and which of them are suspects. */
final class Attendance {

  int hosts;

  /** Places in columns; hosts that do not report have some of them. */
  int places;

  /** By reporting host: its place. */
  int[] place = new int[0];

  /** By place: 1 where a host does not report, else 0; and which those are. */
  float[] absent = new float[0];

  int[] absentPlaces = new int[0];
  int absentHosts;

  /** By place: 1 where a host reports, else 0. */
  float[] reports = new float[0];

  /** Places of suspects and of hosts that do not report, the last one first. */
  int[] unusualPlaces = new int[0];

  int unusualHosts;

  /** By place: whether a host reports and is no suspect; and the places of suspects. */
  boolean[] usual = new boolean[0];

  int[] suspectPlaces = new int[0];
  int suspects;

  void take(HostRecord[] records, int reporting, int known) {
    hosts = reporting;
    places = known;
    makeRoom();
    Arrays.fill(absent, 0, places, 1);
    Arrays.fill(usual, 0, places, false);
    suspects = 0;
    absentHosts = 0;
    for (int h = 0; h < hosts; h++) {
      int at = records[h].baseline.place();
      place[h] = at;
      absent[at] = 0;
      usual[at] = !records[h].suspect;
      if (records[h].suspect) {
        suspectPlaces[suspects++] = at;
      }
    }
    for (int at = 0; at < places && hosts < places; at++) {
      if (absent[at] > 0) {
        absentPlaces[absentHosts++] = at;
      }
    }
    for (int at = 0; at < places; at++) {
      reports[at] = 1 - absent[at];
    }
    unusualHosts = 0;
    for (int at = places - 1; at >= 0 && suspects + absentHosts > 0; at--) {
      if (!usual[at]) {
        unusualPlaces[unusualHosts++] = at;
      }
    }
  }

  private void makeRoom() {
    if (place.length < hosts) {
      place = new int[hosts];
    }
    if (absent.length < places) {
      absent = new float[places];
      absentPlaces = new int[places];
      usual = new boolean[places];
      suspectPlaces = new int[places];
      reports = new float[places];
      unusualPlaces = new int[places];
    }
  }
}
