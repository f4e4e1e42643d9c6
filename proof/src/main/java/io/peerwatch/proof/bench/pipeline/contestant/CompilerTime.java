package io.peerwatch.proof.bench.pipeline.contestant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * What Java's compilers have taken so far. On Linux the processor time of their threads, from
 * {@code /proc/self/task}; elsewhere Java tells for how long they were at work, which is more when
 * they had to wait for a processor.
 */
final class CompilerTime {
  private static final Path THREADS = Path.of("/proc/self/task");
  private static final boolean TOLD = Files.isReadable(Path.of("/proc/self/schedstat"));

  private CompilerTime() {}

  static long millis() {
    return TOLD ? ofThreads() : ofJava();
  }

  private static long ofThreads() {
    long nanos = 0;
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
      for (Path thread : threads) {
        nanos += nanos(thread);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + THREADS, e);
    }
    return TimeUnit.NANOSECONDS.toMillis(nanos);
  }

  /** For how long it ran, which is the first number of three; 0 where it is no compiler's. */
  private static long nanos(Path thread) throws IOException {
    try {
      boolean compiles = Files.readString(thread.resolve("comm")).matches("C[12] Compiler.*\\s*");
      String ran = compiles ? Files.readString(thread.resolve("schedstat")) : "0";
      return Long.parseLong(ran.split(" ")[0]);
    } catch (IOException e) {
      if (Files.exists(thread)) {
        throw e;
      }
      return 0; // ended meanwhile
    }
  }

  private static long ofJava() {
    var compilers = ManagementFactory.getCompilationMXBean();
    boolean told = compilers != null && compilers.isCompilationTimeMonitoringSupported();
    return told ? compilers.getTotalCompilationTime() : 0;
  }
}
