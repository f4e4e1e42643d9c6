package io.peerwatch.detection.inventory;

import static io.peerwatch.detection.metric.MetricDictionary.CORES;
import static io.peerwatch.detection.metric.MetricDictionary.MEMORY_LIMIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.detection.capacity.Tier;
import io.peerwatch.detection.capacity.Workload;
import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.HostWindow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupInventoryTest {
  private final GroupInventory inventory = new GroupInventory();

  @Test
  void shouldSayWhatMostHostsDoThatSayIt() {
    assertThat(inventory.role()).isEqualTo(Role.UNKNOWN);
    inventory.list("a", host(Tier.DATABASE, null));
    inventory.list("b", ListedHost.UNDESCRIBED);
    inventory.list("c", host(Tier.CACHE, Workload.BOT));
    assertThat(inventory.role()).isEqualTo(new Role(Tier.DATABASE, Workload.BOT));
    inventory.list("d", host(Tier.CACHE, null));
    assertThat(inventory.role().tier()).isEqualTo(Tier.CACHE);
    inventory.list("d", host(Tier.DATABASE, null));
    assertThat(inventory.role().tier()).isEqualTo(Tier.DATABASE);
    for (String host : List.of("a", "c", "d")) {
      inventory.end(host);
    }
    assertThat(inventory.role()).isEqualTo(Role.UNKNOWN);
  }

  @Test
  void shouldTellSizesOfHostsThatReportAndDoNotTellThem() {
    inventory.list("a", new ListedHost(null, null, 8, Double.NaN));
    inventory.list("b", new ListedHost(null, null, 8, 64e9));
    inventory.list("c", new ListedHost(null, null, 8, 64e9));
    var window =
        new GroupWindow(
            "web",
            0,
            60_000,
            List.of("system.cpu.load_average.1m", CORES),
            List.of(
                new HostWindow("a", new double[] {1, 4}, 6, 0, 0, 0),
                new HostWindow("b", new double[] {1, Double.NaN}, 6, 0, 0, 0),
                new HostWindow("c", new double[] {Double.NaN, Double.NaN}, 0, 1, 0, 0)),
            0,
            false);
    GroupWindow complete = inventory.complete(window);
    assertThat(complete.metrics())
        .containsExactly("system.cpu.load_average.1m", CORES, MEMORY_LIMIT);
    assertThat(complete.hosts().get(0).values()).containsExactly(1, 4, Double.NaN);
    assertThat(complete.hosts().get(1).values()).containsExactly(1, 8, 64e9);
    assertThat(complete.hosts().get(2).values()).containsOnly(Double.NaN);
    assertThat(new GroupInventory().complete(window)).isSameAs(window);
  }

  @Test
  void shouldReadBackWhatWasWritten() throws IOException {
    var known = new ListedHost(Tier.BALANCER, Workload.BATCH, 12.5, 4e9);
    for (ListedHost host : List.of(known, ListedHost.UNDESCRIBED)) {
      var bytes = new ByteArrayOutputStream();
      host.write(new DataOutputStream(bytes));
      var in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
      assertThat(ListedHost.read(in)).isEqualTo(host);
    }
  }

  private static ListedHost host(Tier tier, Workload workload) {
    return new ListedHost(tier, workload, Double.NaN, Double.NaN);
  }
}
