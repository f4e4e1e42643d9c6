package io.peerwatch.producers.agent.extra;

import io.peerwatch.producers.agent.notes.Notes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A file that somebody else writes now and then. Its values hold until it is written anew or is too
 * old; a counter's rate is over the time between two writings, not between two looks.
 */
final class MetricsFile implements ExtraSource {
  private static final int BYTES_MAX = 1024 * 1024;

  private final Path file;
  private final Duration ageMax;
  private final InstantSource clock;
  private final Notes notes;
  private final ExtraRates rates;
  private Instant writtenAt = Instant.MIN;
  private Map<String, Double> values = Map.of();

  MetricsFile(Path file, Duration ageMax, InstantSource clock, Notes notes) {
    this.file = file;
    this.ageMax = ageMax;
    this.clock = clock;
    this.notes = notes;
    this.rates = new ExtraRates(file.toString(), notes);
  }

  @Override
  public Map<String, Double> read() {
    try {
      Instant writing = Files.getLastModifiedTime(file).toInstant();
      if (!writing.equals(writtenAt)) {
        values = rates.values(nanos(writing), MetricText.ofFile(text().lines().toList()));
        writtenAt = writing;
      }
      notes.over(subject("unreadable"));
      return isFresh(writing) ? values : Map.of();
    } catch (IOException e) {
      notes.once(subject("unreadable"), file + " left out: " + reason(e));
      return Map.of();
    }
  }

  @Override
  public long badLines() {
    return rates.badLines();
  }

  @Override
  public void awaitFirst() {} // a file is there or not

  @Override
  public void close() {} // nothing is kept open

  private String text() throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] bytes = stream.readNBytes(BYTES_MAX + 1);
      if (bytes.length > BYTES_MAX) {
        throw new IOException("it is larger than 1 MiB");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private boolean isFresh(Instant writing) {
    boolean fresh = !writing.plus(ageMax).isBefore(clock.instant());
    if (fresh) {
      notes.over(subject("stale"));
    } else {
      notes.once(
          subject("stale"),
          "%s left out: not written for more than %d s".formatted(file, ageMax.toSeconds()));
    }
    return fresh;
  }

  private String subject(String what) {
    return file + " " + what;
  }

  private static long nanos(Instant instant) {
    return TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano();
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file";
    }
    return e instanceof AccessDeniedException ? "no permission to read it" : e.getMessage();
  }
}
