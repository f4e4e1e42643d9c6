package io.peerwatch.consumers.dashboard.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which hosts get a line when there are more than can be told apart: those in an open alert, the
 * one that is looked at, then those furthest from the band on average. The rest lies in the band's
 * middle and would only darken it. Without a need to choose the order is: odd ones, then by name.
 *
 * @param odd hosts in an open alert, in their order
 * @param lookedAt null for none
 * @param linesMax bound on all but the odd ones and the one that is looked at
 */
record LineChoice(Set<String> odd, String lookedAt, int linesMax) {

  Set<String> of(SeriesTable table) {
    Set<String> hosts = table.rows().keySet();
    Set<String> chosen = new LinkedHashSet<>(odd);
    if (lookedAt != null) {
      chosen.add(lookedAt);
    }
    chosen.retainAll(hosts);
    if (hosts.size() <= linesMax) {
      chosen.addAll(new TreeSet<>(hosts));
      return chosen;
    }
    for (String host : furthestFirst(table)) {
      if (chosen.size() >= linesMax) {
        break;
      }
      chosen.add(host);
    }
    return chosen;
  }

  private static List<String> furthestFirst(SeriesTable table) {
    Map<String, Double> distance = new HashMap<>();
    table.rows().forEach((host, row) -> distance.put(host, distance(table, row)));
    List<String> hosts = new ArrayList<>(new TreeSet<>(distance.keySet()));
    hosts.sort(Comparator.comparingDouble((String host) -> -distance.get(host)));
    return hosts;
  }

  private static double distance(SeriesTable table, SeriesTable.Row row) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < row.values().length; i++) {
      double distance = Math.abs(row.values()[i] - table.middle(i));
      if (Double.isFinite(distance)) {
        sum += distance;
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }
}
