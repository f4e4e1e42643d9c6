package io.peerwatch.proof.faults;

import java.util.List;
import java.util.Map;

/**
 * How one fault went.
 *
 * @param broken what broke the criterion, a line each; empty when it was withstood
 * @param figures by name, units last
 */
public record FaultResult(
    Fault fault, double seconds, List<String> broken, Map<String, Object> figures) {

  public boolean withstood() {
    return broken.isEmpty();
  }
}
