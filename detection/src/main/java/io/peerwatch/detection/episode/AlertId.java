package io.peerwatch.detection.episode;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names an episode by what opened it and when, so that a replay gives it the same name. */
final class AlertId {

  private static final int BYTES = 10;

  private AlertId() {}

  static String of(String group, EpisodeKey key, long windowStart) {
    String host = key.host() == null ? "" : key.host();
    String text = group + "|" + host + "|" + key.verdict() + "|" + windowStart;
    byte[] digest = sha256().digest(text.getBytes(UTF_8));
    return HexFormat.of().formatHex(digest, 0, BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
