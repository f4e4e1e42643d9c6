package io.peerwatch.proof.evaluate;

import io.peerwatch.streams.score.Incident;
import java.util.ArrayList;
import java.util.List;

/**
 * A control: the same incidents at other times. What alarms find of them they find by chance, so
 * that it tells what the real figure is worth; the hosts, lengths and numbers are the real ones.
 */
public final class ShiftedLabels {
  /** Title of the control. */
  public static final String TITLE = "control: labels shifted";

  private static final int PARTS = 8;

  private ShiftedLabels() {}

  /** Lists of incidents moved round in {@code [from, to)} by an eighth of it, by two, by three… */
  public static List<List<Incident>> of(List<Incident> incidents, long fromMillis, long toMillis) {
    List<List<Incident>> all = new ArrayList<>();
    for (int part = 1; part < PARTS; part++) {
      long shift = (toMillis - fromMillis) * part / PARTS;
      all.add(
          incidents.stream()
              .filter(i -> i.startMillis() >= fromMillis && i.startMillis() < toMillis)
              .map(incident -> moved(incident, shift, fromMillis, toMillis))
              .toList());
    }
    return all;
  }

  private static Incident moved(Incident incident, long shift, long from, long to) {
    long start = from + (incident.startMillis() - from + shift) % (to - from);
    long length = incident.endMillis() - incident.startMillis();
    return new Incident(
        incident.group(),
        incident.host(),
        start,
        start + length,
        incident.metrics(),
        incident.kind());
  }
}
