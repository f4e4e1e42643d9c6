package io.peerwatch.producers.simulate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What every host can serve, as CSV: {@code
 * group,host,cores,memory_bytes,requests_per_minute,bottleneck}.
 */
final class CapacitiesCsv {
  private static final String HEADER =
      "group,host,cores,memory_bytes,requests_per_minute,bottleneck";

  private CapacitiesCsv() {}

  static void write(Path file, List<KnownCapacity> capacities) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write(HEADER + "\n");
      for (KnownCapacity known : capacities) {
        out.write(
            String.join(
                ",",
                known.group(),
                known.host(),
                Integer.toString(known.cores()),
                Long.toString(known.memoryBytes()),
                Long.toString((long) known.requestsPerMinute()),
                known.bottleneck() + "\n"));
      }
    }
  }
}
