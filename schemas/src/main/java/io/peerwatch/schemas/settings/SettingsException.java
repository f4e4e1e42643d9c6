package io.peerwatch.schemas.settings;

/** A setting that cannot be used. The message is one line for the person who set it. */
public final class SettingsException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** One line that names the setting and says what to do. */
  public SettingsException(String message) {
    super(message);
  }
}
