package io.peerwatch.schemas.csv;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The lines of one text file in UTF-8, plain or gzip (told by its first bytes, not by its name),
 * with their numbers. LF and CRLF end a line; a byte order mark at the start is left out.
 */
final class CsvLines implements Closeable {
  /** Characters of the longest line read: 10,000 metrics with long names still fit. */
  static final int LINE_LENGTH_MAX = 4 * 1024 * 1024;

  private static final int BUFFER_BYTES = 64 * 1024;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Path file;
  private final Reader reader;
  private final char[] buffer = new char[BUFFER_BYTES];
  private final StringBuilder carried = new StringBuilder();
  private int position;
  private int filled;
  private long number;

  private CsvLines(Path file, Reader reader) {
    this.file = file;
    this.reader = reader;
  }

  static CsvLines open(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new UnreadableCsvException(file + " is a folder: name the files in it");
    }
    if (!Files.isReadable(file)) {
      throw new UnreadableCsvException(
          Files.exists(file)
              ? file + " may not be read: check its permissions"
              : file + " does not exist: check the path");
    }
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
    try {
      return new CsvLines(
          file, new InputStreamReader(unzipped(file, bytes), StandardCharsets.UTF_8));
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  private static InputStream unzipped(Path file, InputStream bytes) throws IOException {
    bytes.mark(2);
    boolean gzip = bytes.read() == 0x1f && bytes.read() == 0x8b;
    bytes.reset();
    if (gzip) {
      try {
        return new GZIPInputStream(bytes, BUFFER_BYTES);
      } catch (ZipException | EOFException e) {
        throw damaged(file);
      }
    }
    if (file.toString().endsWith(".gz")) {
      throw new UnreadableCsvException(
          file + " is not gzip in spite of its name: rename it if it is plain text");
    }
    return bytes;
  }

  /** The next line without its end, or null after the last. */
  String next() throws IOException {
    carried.setLength(0);
    while (position < filled || fill()) {
      int end = indexOfLineFeed();
      boolean ended = end < filled;
      if (carried.length() + end - position > LINE_LENGTH_MAX) {
        throw new UnreadableCsvException(
            file + ":" + (number + 1) + ": the line is longer than " + LINE_LENGTH_MAX);
      }
      if (ended && carried.isEmpty()) {
        String line = line(new String(buffer, position, end - position));
        position = end + 1;
        return line;
      }
      carried.append(buffer, position, end - position);
      position = ended ? end + 1 : end;
      if (ended) {
        return line(carried.toString());
      }
    }
    return carried.isEmpty() ? null : line(carried.toString());
  }

  /** Number of the line that {@link #next()} gave last; the first is 1. */
  long number() {
    return number;
  }

  private int indexOfLineFeed() {
    int i = position;
    while (i < filled && buffer[i] != '\n') {
      i++;
    }
    return i;
  }

  private boolean fill() throws IOException {
    try {
      position = 0;
      filled = Math.max(0, reader.read(buffer));
      return filled > 0;
    } catch (ZipException | EOFException e) {
      throw damaged(file);
    }
  }

  private String line(String text) {
    number++;
    int from = number == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
    int to = text.endsWith("\r") ? text.length() - 1 : text.length();
    return from == 0 && to == text.length() ? text : text.substring(from, to);
  }

  private static UnreadableCsvException damaged(Path file) {
    return new UnreadableCsvException(
        file + " is damaged or cut short as gzip: fetch it again (gzip -t tests it)");
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
