package io.peerwatch.cli.silence;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.peerwatch.schemas.avro.Silence;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids of silences that were given none: the same for the same silence. */
final class SilenceIds {
  private static final int LENGTH = 10;

  private SilenceIds() {}

  static String of(Silence silence) {
    var text =
        String.join(
            "\n",
            silence.getGroupPattern(),
            silence.getHostPattern(),
            Long.toString(silence.getFrom().toEpochMilli()),
            Long.toString(silence.getTo().toEpochMilli()),
            silence.getWho(),
            silence.getWhy());
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
