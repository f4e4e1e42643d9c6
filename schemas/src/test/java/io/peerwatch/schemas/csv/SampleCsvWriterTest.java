package io.peerwatch.schemas.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.peerwatch.schemas.avro.HostSample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleCsvWriterTest {
  private static final Instant T0 = Instant.ofEpochMilli(1767225600000L);

  @TempDir Path folder;

  @Test
  void shouldWriteColumnsInTheOrderGivenAndLeaveMissingValuesEmpty() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var writer = new SampleCsvWriter(bytes, List.of("cpu", "mem", "disk"))) {
      writer.write(sample(Map.of("disk", 3e9, "cpu", 0.125)));
      assertThat(writer.written()).isEqualTo(1);
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "timestamp,group,host,cpu,mem,disk\n1767225600000,web,web-01,0.125,,3000000000\n");
  }

  @Test
  void shouldRefuseAMetricWithoutAColumn() throws IOException {
    try (var writer = new SampleCsvWriter(new ByteArrayOutputStream(), List.of("cpu"))) {
      assertThatThrownBy(() -> writer.write(sample(Map.of("mem", 1.0))))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"samples.csv", "samples.csv.gz"})
  void shouldReadBackWhatWasWritten(String name) throws IOException {
    Path file = folder.resolve(name);
    List<HostSample> written =
        List.of(sample(Map.of("cpu", 0.1, "mem", -7.25e-9)), sample(Map.of("mem", 1e300)));
    try (var writer = SampleCsvWriter.to(file, List.of("cpu", "mem"))) {
      for (HostSample sample : written) {
        writer.write(sample);
      }
    }
    var read = new ArrayList<HostSample>();
    new RecordedSamples(List.of(file), 0, bad -> {}).forEach(read::add);
    assertThat(read).isEqualTo(written);
  }

  @Test
  void shouldWriteNumbersThatReadBackAsTheSameNumber() {
    long seed = 20260101;
    var random = new SplittableRandom(seed);
    for (int i = 0; i < 20_000; i++) {
      double value =
          switch (i % 3) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> Math.rint(random.nextDouble() * 1e6) / 1e4;
            default -> random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L);
          };
      if (Double.isFinite(value)) {
        assertThat(Double.parseDouble(text(value))).as("seed %d", seed).isEqualTo(value);
      }
    }
  }

  @Test
  void shouldWriteShortNumbersShort() {
    assertThat(List.of(text(0.1), text(-12.05), text(1e9), text(2e-3), text(0), text(5e-324)))
        .containsExactly("0.1", "-12.05", "1000000000", "0.002", "0", "4.94065645841247E-324");
  }

  private static String text(double value) {
    var text = new StringBuilder();
    DecimalText.append(text, value);
    return text.toString();
  }

  private static HostSample sample(Map<String, Double> metrics) {
    return new HostSample("web-01", "web", T0, metrics, Map.of());
  }
}
