package io.peerwatch.cli.run;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;

/** An exception as one line for the user. */
final class FailureText {
  private FailureText() {}

  static String of(Throwable thrown) {
    if (isWrapper(thrown) && thrown.getCause() != null) {
      return of(thrown.getCause());
    }
    if (thrown instanceof NoSuchFileException e) {
      return "no such file: " + e.getFile();
    }
    if (thrown instanceof AccessDeniedException e) {
      return "no permission: " + e.getFile();
    }
    if (thrown instanceof FileAlreadyExistsException e) {
      return "it exists already: " + e.getFile();
    }
    // Peerwatch's own exceptions carry a message written for the user.
    if (thrown.getClass().getName().startsWith("io.peerwatch.")) {
      return oneLine(thrown.getMessage());
    }
    if (thrown instanceof KafkaException) {
      return "Kafka: " + name(thrown) + ": " + oneLine(thrown.getMessage());
    }
    return "unexpected %s: %s (--debug shows where)"
        .formatted(name(thrown), oneLine(thrown.getMessage()));
  }

  /** The message without its line breaks; {@code no message} for none. */
  static String oneLine(String message) {
    return message == null ? "no message" : message.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  private static boolean isWrapper(Throwable thrown) {
    return thrown instanceof ExecutionException
        || thrown instanceof CompletionException
        || thrown instanceof UncheckedIOException
        || thrown.getClass() == KafkaException.class;
  }

  private static String name(Throwable thrown) {
    return thrown.getClass().getSimpleName();
  }
}
