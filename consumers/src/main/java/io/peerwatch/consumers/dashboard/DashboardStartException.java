package io.peerwatch.consumers.dashboard;

/** The dashboard can't be served; the message is one line that says what to do. */
public final class DashboardStartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DashboardStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
