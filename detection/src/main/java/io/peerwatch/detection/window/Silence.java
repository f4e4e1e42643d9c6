package io.peerwatch.detection.window;

import io.peerwatch.detection.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How long nobody of a group was heard, by the ticks that came meanwhile. */
final class Silence {
  private int emptyWindows;
  private long heardTickMillis;

  /** Somebody was heard at that point of the log ({@link TickCount#elapsedMillis()}). */
  void broken(long tickMillis) {
    emptyWindows = 0;
    heardTickMillis = tickMillis;
  }

  /** The group starts anew: windows that were empty before do not count. */
  void startAnew() {
    emptyWindows = 0;
  }

  /** Ticks spanning window and grace have elapsed since, so what is open may close. */
  boolean endsWindow(TickCount ticks, WindowSettings settings) {
    return waited(ticks) >= patience(ticks, settings);
  }

  /** A further window's length of ticks has elapsed, so one more empty window may close. */
  boolean makesEmptyWindow(TickCount ticks, WindowSettings settings, KnownHosts hosts) {
    long emptyPatience = patience(ticks, settings) + (emptyWindows + 1) * settings.windowMillis();
    if (waited(ticks) < emptyPatience) {
      return false;
    }
    long habit = Math.max(0, hosts.typicalIntervalMillis() - settings.windowMillis());
    return waited(ticks) >= emptyPatience + habit;
  }

  /**
   * How long it has gone on, in milliseconds: outages in which no ticks were written are not
   * counted, but start nothing anew.
   */
  long millis(TickCount ticks) {
    return ticks.elapsedMillis() - heardTickMillis;
  }

  /** Windows that were made of it. */
  int windows() {
    return emptyWindows;
  }

  void madeEmptyWindow() {
    emptyWindows++;
  }

  private long waited(TickCount ticks) {
    return ticks.elapsedMillis() - Math.max(heardTickMillis, ticks.gapEndMillis());
  }

  private static long patience(TickCount ticks, WindowSettings settings) {
    return settings.windowMillis() + settings.graceMillis() + ticks.stepMillis();
  }

  void write(DataOutput out) throws IOException {
    Varints.write(emptyWindows, out);
    Varints.write(heardTickMillis, out);
  }

  void readInto(DataInput in) throws IOException {
    emptyWindows = Varints.readInt(in);
    heardTickMillis = Varints.read(in);
  }
}
