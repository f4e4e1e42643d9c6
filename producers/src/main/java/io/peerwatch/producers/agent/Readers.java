package io.peerwatch.producers.agent;

import io.peerwatch.detection.metric.MetricDictionary;
import io.peerwatch.producers.agent.container.ContainerReading;
import io.peerwatch.producers.agent.container.Containers;
import io.peerwatch.producers.agent.notes.Notes;
import java.util.Map;
import java.util.Optional;

/** Who reads what the user wants to be watched. */
final class Readers {
  /** What the JVM may use: the next best where the machine does not tell. */
  static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  private Readers() {}

  /**
   * The reader of the host or of the container.
   *
   * @throws IllegalStateException in one line, when there is no container to be watched
   */
  static HostReader of(Scope scope, Notes notes) {
    return of(scope, new OshiHostReader(notes), Containers.ofThisProcess(), notes);
  }

  static HostReader of(Scope scope, HostReader host, Containers containers, Notes notes) {
    if (scope == Scope.HOST) {
      return host;
    }
    Map<String, Double> gauges = host.read().gauges();
    double cores = gauges.getOrDefault(MetricDictionary.CORES, (double) PROCESSORS);
    double bytes = gauges.getOrDefault(MetricDictionary.MEMORY_LIMIT, Double.MAX_VALUE);
    Optional<ContainerReading> container =
        scope == Scope.CONTAINER ? containers.own() : containers.limited(cores, bytes);
    if (container.isPresent()) {
      notes.tell(
          "watching the container: %.2f processors, %,.0f MB (--scope host for the machine)"
              .formatted(
                  container.get().cores(cores),
                  container.get().memory(bytes).getOrDefault(MetricDictionary.MEMORY_LIMIT, bytes)
                      / 1e6));
    } else if (scope == Scope.CONTAINER) {
      throw new IllegalStateException("this system shows no control groups: use --scope host");
    }
    return container.<HostReader>map(found -> new ContainerReader(host, found)).orElse(host);
  }
}
