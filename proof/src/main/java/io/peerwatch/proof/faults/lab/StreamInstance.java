package io.peerwatch.proof.faults.lab;

import io.peerwatch.schemas.settings.ConnectionSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One instance of the application in a process of its own, to be killed, stopped, started. */
public final class StreamInstance implements AutoCloseable {
  /** Those of this process that run, to be taken along when it ends before its work does. */
  private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

  /** Begins the line in which an instance tells how much of its heap lives. */
  static final String HEAP_BYTES = "heap bytes that live: ";

  private static final int HEAP_MEBIBYTES = 256;
  private static final Duration ANSWER_MAX = Duration.ofSeconds(20);
  private static final Duration STOP_MAX = Duration.ofSeconds(40);

  private final ConnectionSettings connection;
  private final Windows windows;
  private final Path folder;
  private final String instanceId;
  private final Path log;
  private Process process;
  private Thread printing;
  private volatile String problem = "";

  /** Length of windows and grace. */
  public record Windows(Duration window, Duration grace) {
    public static final Windows USUAL = new Windows(Duration.ofMinutes(1), Duration.ofSeconds(30));

    /** Short ones, for faults that run in real time. */
    public static final Windows SHORT = new Windows(Duration.ofSeconds(2), Duration.ofSeconds(1));
  }

  /**
   * @param instanceId of a static member; "-" for none
   */
  public StreamInstance(
      ConnectionSettings connection, Windows windows, Path folder, String instanceId) {
    this.connection = connection;
    this.windows = windows;
    this.folder = folder;
    this.instanceId = instanceId;
    this.log = folder.resolveSibling(folder.getFileName() + ".log");
  }

  public StreamInstance start() throws IOException {
    return start(List.of());
  }

  /**
   * @param around a command that runs the process, such as one that limits what it may
   */
  public StreamInstance start(List<String> around) throws IOException {
    List<String> command = new ArrayList<>(around);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + HEAP_MEBIBYTES + "m",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-cp",
            System.getProperty("java.class.path"),
            StreamMain.class.getName(),
            connection.bootstrapServers(),
            connection.registryUrl(),
            connection.prefix(),
            folder.toString(),
            Long.toString(windows.window().toMillis()),
            Long.toString(windows.grace().toMillis()),
            instanceId));
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.PIPE)
            .start();
    RUNNING.add(process);
    process.onExit().thenAccept(RUNNING::remove);
    keep(process.getInputStream());
    return this;
  }

  /** By way of a pipe, for the process itself may not be able to write. */
  private void keep(InputStream printed) {
    printing =
        new Thread(
            () -> {
              try (OutputStream file =
                  Files.newOutputStream(
                      log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                printed.transferTo(file);
              } catch (IOException e) {
                problem = "what it printed could not be kept: " + e.getMessage();
              }
            },
            "instance-output");
    printing.setDaemon(true);
    printing.start();
  }

  static void killAll() {
    RUNNING.forEach(Process::destroyForcibly);
  }

  /** As {@code kill -9} does: no hook runs, nothing is committed or closed. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** As SIGTERM does; whether it ended by itself. */
  public boolean stop() throws InterruptedException {
    process.destroy();
    boolean ended = process.waitFor(STOP_MAX.toMillis(), TimeUnit.MILLISECONDS);
    kill();
    return ended;
  }

  /** Whether it ended by itself in time, and all that it said is there. */
  public boolean awaitEnd(Duration atMost) throws InterruptedException {
    boolean ended = process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
    if (ended) {
      printing.join(STOP_MAX.toMillis());
    }
    return ended;
  }

  public boolean runs() {
    return process != null && process.isAlive();
  }

  /** Resident memory; -1 where the system does not tell. */
  public long residentBytes() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.isReadable(status)) {
      return -1;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(-1);
    }
  }

  /** Bytes of its heap that live, after a collection of all that do not. */
  public long heapBytes() throws IOException, InterruptedException {
    int before = heapLines().size();
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
    long deadline = System.nanoTime() + ANSWER_MAX.toNanos();
    List<String> told = heapLines();
    for (; told.size() == before; told = heapLines()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("an instance does not tell of its heap: " + lastLine());
      }
      Thread.sleep(100);
    }
    return Long.parseLong(told.get(told.size() - 1).substring(HEAP_BYTES.length()));
  }

  private List<String> heapLines() throws IOException {
    return lines().stream().filter(line -> line.startsWith(HEAP_BYTES)).toList();
  }

  private List<String> lines() throws IOException {
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }

  /** What it said last. */
  public String lastLine() throws IOException {
    return lines().stream().filter(line -> !line.isBlank()).reduce(problem, (before, line) -> line);
  }

  @Override
  public void close() throws InterruptedException {
    if (runs()) {
      kill();
    }
  }
}
