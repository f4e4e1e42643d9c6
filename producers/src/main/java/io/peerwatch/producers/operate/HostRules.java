package io.peerwatch.producers.operate;

import io.peerwatch.schemas.avro.HostInfo;
import io.peerwatch.schemas.topics.Names;
import java.util.Map;
import java.util.Optional;

/** What a host of the inventory has to be. */
final class HostRules {
  private HostRules() {}

  static Optional<String> problem(HostInfo host) {
    if (!Names.isName(host.getGroup())) {
      return Texts.notAName("group", host.getGroup());
    }
    if (!Names.isName(host.getHost())) {
      return Texts.notAName("host", host.getHost());
    }
    Double cores = host.getCores();
    if (cores != null && !(cores > 0 && Double.isFinite(cores))) {
      return Optional.of("cores must be above 0, not " + cores);
    }
    if (host.getMemoryBytes() != null && host.getMemoryBytes() <= 0) {
      return Optional.of("memory must be above 0 bytes, not " + host.getMemoryBytes());
    }
    return host.getLabels().entrySet().stream()
        .map(HostRules::labelProblem)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> labelProblem(Map.Entry<String, String> label) {
    if (label.getKey().isBlank() || label.getValue().isBlank()) {
      return Optional.of(
          "label %s=%s needs a name and a value"
              .formatted(Texts.shown(label.getKey()), Texts.shown(label.getValue())));
    }
    return Texts.notALine("label", label.getKey() + label.getValue());
  }
}
