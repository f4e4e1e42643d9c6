package io.peerwatch.schemas.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.peerwatch.schemas.avro.HostInfo;
import io.peerwatch.schemas.avro.Tier;
import io.peerwatch.schemas.avro.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostInfoCsvTest {
  @Test
  void shouldReadWhatItWrites() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    var hosts = new ArrayList<HostInfo>();
    for (int i = 0; i < 100; i++) {
      hosts.add(host(random, i));
    }

    var lines = HostInfoCsv.lines(hosts);

    var csv = new HostInfoCsv(lines.get(0));
    assertThat(lines.stream().skip(1).map(csv::parse)).as("seed " + seed).isEqualTo(hosts);
  }

  private static HostInfo host(Random random, int number) {
    var labels = new HashMap<String, String>();
    for (var name : List.of("dc", "a,b", "q\"uote", "ü")) {
      if (random.nextBoolean()) {
        labels.put(name, List.of("eu", "a, \"b\"", "7", "ß").get(random.nextInt(4)));
      }
    }
    return HostInfo.newBuilder()
        .setGroup("web")
        .setHost("web-" + number)
        .setTier(Tier.values()[random.nextInt(Tier.values().length)])
        .setWorkload(Workload.values()[random.nextInt(Workload.values().length)])
        .setCores(random.nextBoolean() ? null : (Double) (1 + random.nextInt(128) / 4.0))
        .setMemoryBytes(random.nextBoolean() ? null : (Long) (1 + random.nextLong(1L << 50)))
        .setLabels(labels)
        .build();
  }

  @ParameterizedTest
  @CsvSource({"16GiB,17179869184", "512 MiB,536870912", "8GB,8000000000", "1024,1024", "3b,3"})
  void shouldReadAmountsOfMemory(String text, long bytes) {
    assertThat(BytesText.parse(text)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "16 Gigs", "1.5GiB", "99999999TiB", "GiB"})
  void shouldRefuseOtherAmounts(String text) {
    assertThatThrownBy(() -> BytesText.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not an amount of memory");
  }

  @ParameterizedTest
  @ValueSource(strings = {"host,cores", "group,host,name", "group,host,host", "group,host,label."})
  void shouldRefuseOtherHeaders(String header) {
    assertThatThrownBy(() -> new HostInfoCsv(header)).isInstanceOf(IllegalArgumentException.class);
  }
}
