package io.peerwatch.proof.faults;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What came of a fault: everything that broke its criterion, and figures by name. */
public final class Outcome {
  private final List<String> broken = new ArrayList<>();
  private final Map<String, Object> figures = new LinkedHashMap<>();

  /** Part of the criterion; {@code otherwise} says how it was broken. */
  public Outcome require(boolean holds, String otherwise) {
    if (!holds) {
      broken.add(otherwise);
    }
    return this;
  }

  /**
   * @param name with its unit last
   */
  public Outcome figure(String name, Object value) {
    figures.put(name, value);
    return this;
  }

  public boolean withstood() {
    return broken.isEmpty();
  }

  public List<String> broken() {
    return List.copyOf(broken);
  }

  public Map<String, Object> figures() {
    return new LinkedHashMap<>(figures);
  }
}
