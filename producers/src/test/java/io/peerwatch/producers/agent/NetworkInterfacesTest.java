package io.peerwatch.producers.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.producers.agent.NetworkInterfaces.Link;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Interfaces as Linux lays them out below /sys. */
@DisabledOnOs(OS.WINDOWS)
class NetworkInterfacesTest {
  private static final String PCI = "devices/pci0000:00/0000:00:03.0/net/";
  private static final String VIRTUAL = "devices/virtual/net/";

  @TempDir private Path sys;
  private NetworkInterfaces network;

  @BeforeEach
  void mount() throws IOException {
    network = new NetworkInterfaces(null, Files.createDirectories(sys.resolve("class/net")));
  }

  @Test
  void shouldCountWhatLiesUnderABondOrABridgeAndNothingTwice() throws IOException {
    make(PCI, "eth0");
    make(PCI, "eth1");
    make(VIRTUAL, "bond0");
    make(VIRTUAL, "lo");
    make(VIRTUAL, "vmbr0");
    make(VIRTUAL, "mynet");
    master("eth0", "bond0");
    master("eth1", "bond0");
    assertThat(network.counted(List.of("bond0", "eth0", "eth1", "lo", "vmbr0", "mynet")))
        .containsExactlyInAnyOrder("eth0", "eth1");
  }

  @Test
  void shouldCountAVirtualMachinesFastPathWithItsOwnInterface() throws IOException {
    make("devices/vmbus/net/", "eth0");
    make(PCI, "enP1s1");
    master("enP1s1", "eth0");
    assertThat(network.counted(List.of("eth0", "enP1s1"))).containsExactly("eth0");
  }

  @Test
  void shouldGoByNameInAContainerWhereEverythingIsVirtual() throws IOException {
    make(VIRTUAL, "eth0");
    make(VIRTUAL, "lo");
    assertThat(network.counted(List.of("eth0", "lo"))).containsExactly("eth0");
    assertThat(network.counted(List.of("en0", "lo0"))).as("no Linux").containsExactly("en0");
  }

  @Test
  void shouldNotBelieveTheSpeedOfWhatHasNoWire() throws IOException {
    make(PCI, "eth0");
    make(VIRTUAL, "eth1");
    assertThat(network.areWired(Set.of("eth0"))).isTrue();
    assertThat(network.areWired(Set.of("eth1"))).isFalse();
    var elsewhere = new NetworkInterfaces(null, sys.resolve("nowhere"));
    assertThat(elsewhere.areWired(Set.of("en0"))).as("no Linux").isTrue();
  }

  @Test
  void shouldAddUpWhatInterfacesCarryThatAreUp() {
    Link gigabit = new Link(true, 1_000_000_000);
    Link unplugged = new Link(false, -1);
    assertThat(Link.bandwidth(List.of(gigabit, gigabit, unplugged))).hasValue(250e6);
    for (long unknown : new long[] {-1, 0, 4_294_967_295_000_000L}) {
      assertThat(Link.bandwidth(List.of(gigabit, new Link(true, unknown)))).isEmpty();
    }
    assertThat(Link.bandwidth(List.of(unplugged))).isEmpty();
    assertThat(Link.bandwidth(List.of())).isEmpty();
  }

  private void make(String where, String name) throws IOException {
    Path device = Files.createDirectories(sys.resolve(where + name));
    Files.createSymbolicLink(sys.resolve("class/net/" + name), device);
  }

  private void master(String name, String master) throws IOException {
    Files.createSymbolicLink(
        sys.resolve("class/net/" + name + "/master"), sys.resolve("class/net/" + master));
  }
}
