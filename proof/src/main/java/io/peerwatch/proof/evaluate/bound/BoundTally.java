package io.peerwatch.proof.evaluate.bound;

import io.peerwatch.proof.evaluate.lab.InjectionKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is possible, averaged over faults. */
public final class BoundTally {
  private static final Found NONE = new Found(0, 0, 0, 0);

  private final Map<InjectionKind, List<Found>> byKind = new EnumMap<>(InjectionKind.class);

  void add(InjectionKind kind, Found found) {
    byKind.computeIfAbsent(kind, any -> new ArrayList<>()).add(found);
  }

  public void add(BoundTally other) {
    other.byKind.forEach((kind, all) -> all.forEach(found -> add(kind, found)));
  }

  public long faults() {
    return byKind.values().stream().mapToLong(List::size).sum();
  }

  /** The mean over all faults; NaN without any. */
  public Found mean() {
    return mean(byKind.values().stream().flatMap(List::stream).toList());
  }

  /** The same for one kind. */
  public Found mean(InjectionKind kind) {
    return mean(byKind.getOrDefault(kind, List.of()));
  }

  private static Found mean(List<Found> all) {
    return all.stream().reduce(NONE, Found::plus).dividedBy(all.size());
  }
}
