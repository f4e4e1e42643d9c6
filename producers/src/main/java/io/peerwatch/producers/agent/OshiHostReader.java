package io.peerwatch.producers.agent;

import static io.peerwatch.detection.metric.MetricDictionary.CORES;
import static io.peerwatch.detection.metric.MetricDictionary.LOAD_15M;
import static io.peerwatch.detection.metric.MetricDictionary.LOAD_1M;
import static io.peerwatch.detection.metric.MetricDictionary.LOAD_5M;
import static io.peerwatch.detection.metric.MetricDictionary.MEMORY;
import static io.peerwatch.detection.metric.MetricDictionary.MEMORY_LIMIT;
import static io.peerwatch.detection.metric.MetricDictionary.MEMORY_USAGE;

import io.peerwatch.producers.agent.RawReading.CpuTime;
import io.peerwatch.producers.agent.notes.Notes;
import io.peerwatch.producers.agent.rate.Counter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import oshi.hardware.CentralProcessor;
import oshi.hardware.CentralProcessor.TickType;
import oshi.hardware.GlobalMemory;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.hardware.VirtualMemory;
import oshi.software.os.OperatingSystem;
import oshi.spi.SystemInfoProvider;

/** Reads this machine through OSHI, on whatever system that knows. */
final class OshiHostReader implements HostReader {
  private static final long FIND_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final List<String> LOADS = List.of(LOAD_1M, LOAD_5M, LOAD_15M);

  private final HardwareAbstractionLayer hardware;
  private final OperatingSystem system;
  private final Disks disks;
  private final NetworkInterfaces network;
  private final Filesystems filesystems;
  private final ReadingParts parts;
  private final LongSupplier nanoClock;
  private long foundNanos;
  private boolean found;

  OshiHostReader(Notes notes) {
    this(OshiMachine.here(), notes, System::nanoTime);
  }

  private OshiHostReader(SystemInfoProvider machine, Notes notes, LongSupplier nanoClock) {
    this.hardware = machine.getHardware();
    this.system = machine.getOperatingSystem();
    this.disks = new Disks(hardware);
    this.network = new NetworkInterfaces(hardware, Path.of("/sys/class/net"));
    this.filesystems = Filesystems.of(system.getFileSystem(), OshiMachine.isLinux());
    this.parts = new ReadingParts(notes);
    this.nanoClock = nanoClock;
  }

  @Override
  public RawReading read() {
    long nanos = nanoClock.getAsLong();
    findDevices(nanos);
    var gauges = new HashMap<String, Double>();
    var counters = new HashMap<Counter, Double>();
    parts.read(
        "processors",
        () -> gauges.put(CORES, (double) hardware.getProcessor().getLogicalProcessorCount()));
    parts.read("load averages", () -> readLoad(gauges));
    parts.read("memory", () -> readMemory(gauges, counters));
    parts.read("disks", () -> disks.read(counters));
    parts.read("network interfaces", () -> network.read(gauges, counters));
    parts.read("filesystems", () -> filesystems.read(gauges));
    parts.read(
        "processes", () -> gauges.put(AgentMetrics.PROCESSES, (double) system.getProcessCount()));
    parts.read("uptime", () -> gauges.put(AgentMetrics.UPTIME, (double) system.getSystemUptime()));
    var cpu = new AtomicReference<>(new CpuTime(0, 0));
    parts.read("processor time", () -> cpu.set(cpuTime()));
    parts.tellOfMissing(gauges, counters);
    return new RawReading(nanos, gauges, counters, cpu.get());
  }

  @Override
  public Map<String, String> attributes() {
    var attributes = new HashMap<String, String>();
    attributes.put("os.type", System.getProperty("os.name").toLowerCase(Locale.ROOT));
    attributes.put("os.name", system.getFamily());
    attributes.put("os.version", system.getVersionInfo().getVersion());
    attributes.put("host.arch", System.getProperty("os.arch"));
    attributes.put("scope", "host");
    attributes.put("peerwatch.producer", "agent");
    String version = HostAgent.class.getPackage().getImplementationVersion();
    if (version != null) { // classes that are in no jar have none
      attributes.put("peerwatch.version", version);
    }
    return attributes;
  }

  @Override
  public String hostName() {
    return system.getNetworkParams().getHostName();
  }

  private void findDevices(long nanos) {
    if (!found || nanos - foundNanos >= FIND_NANOS) {
      parts.read("the list of disks", disks::find);
      parts.read("the list of network interfaces", network::find);
      parts.read("the list of filesystems", filesystems::find);
      foundNanos = nanos;
      found = true;
    }
  }

  private void readLoad(Map<String, Double> gauges) {
    CentralProcessor processor = hardware.getProcessor();
    double[] loads = processor.getSystemLoadAverage(LOADS.size());
    for (int i = 0; i < loads.length; i++) {
      if (loads[i] >= 0) { // negative: the system doesn't know load averages
        gauges.put(LOADS.get(i), loads[i]);
      }
    }
  }

  private void readMemory(Map<String, Double> gauges, Map<Counter, Double> counters) {
    GlobalMemory memory = hardware.getMemory();
    double total = memory.getTotal();
    double used = total - memory.getAvailable();
    gauges.put(MEMORY_LIMIT, total);
    gauges.put(MEMORY_USAGE, used);
    gauges.put(MEMORY, used / total);
    VirtualMemory swap = memory.getVirtualMemory();
    if (swap.getSwapTotal() > 0) {
      gauges.put(AgentMetrics.PAGING, (double) swap.getSwapUsed() / swap.getSwapTotal());
    }
    double pages = (double) swap.getSwapPagesIn() + swap.getSwapPagesOut();
    counters.put(Counter.of(AgentMetrics.PAGING_OPERATIONS), pages);
  }

  private CpuTime cpuTime() {
    long[] ticks = hardware.getProcessor().getSystemCpuLoadTicks();
    long total = LongStream.of(ticks).sum();
    long idle = ticks[TickType.IDLE.getIndex()] + ticks[TickType.IOWAIT.getIndex()];
    return new CpuTime(total - idle, total);
  }
}
