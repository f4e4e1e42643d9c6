package io.peerwatch.producers.agent;

import java.util.Locale;
import oshi.spi.SystemInfoProvider;

/** This machine as OSHI knows it. */
final class OshiMachine {
  private OshiMachine() {}

  /**
   * On Linux without native code: all that the agent asks for is in files there, no library is
   * unpacked and loaded, and disks are read one by one instead of by a scan of all for each.
   */
  static SystemInfoProvider here() {
    var nativeFree = new oshi.nativefree.SystemInfo();
    return isLinux() && nativeFree.isAvailable() ? nativeFree : new oshi.SystemInfo();
  }

  static boolean isLinux() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux");
  }
}
