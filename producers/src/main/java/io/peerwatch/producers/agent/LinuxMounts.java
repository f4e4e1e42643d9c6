package io.peerwatch.producers.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where Linux has mounted the machine's own writable filesystems. Read from the kernel's table,
 * because OSHI starts {@code lsblk} each time it is asked.
 */
final class LinuxMounts {
  static final Path TABLE = Path.of("/proc/self/mounts");

  /** On no device of their own in /dev, and the machine's own nevertheless. */
  private static final Set<String> WITHOUT_DEVICE = Set.of("zfs", "bcachefs");

  /** On a device and never full, or always. */
  private static final Set<String> IMAGES = Set.of("squashfs", "iso9660", "erofs", "cramfs");

  private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{3})");

  private LinuxMounts() {}

  /**
   * The mount points, each device once (its shortest), by path. Network filesystems are not the
   * machine's own, and what is mounted on a single file is a container's.
   */
  static List<String> find(Path table) throws IOException {
    Map<String, String> byDevice = new LinkedHashMap<>();
    for (String line : Files.readAllLines(table, StandardCharsets.ISO_8859_1)) {
      String[] words = line.split(" ");
      if (words.length >= 4 && isOwn(words[0], words[2]) && isWritable(words[3])) {
        byDevice.merge(unescaped(words[0]), unescaped(words[1]), LinuxMounts::shorter);
      }
    }
    return byDevice.values().stream()
        .filter(mount -> Files.isDirectory(Path.of(mount)))
        .sorted()
        .toList();
  }

  private static boolean isOwn(String device, String type) {
    return WITHOUT_DEVICE.contains(type) || (device.startsWith("/dev/") && !IMAGES.contains(type));
  }

  private static boolean isWritable(String options) {
    return !Arrays.asList(options.split(",")).contains("ro");
  }

  private static String shorter(String one, String other) {
    return other.length() < one.length() ? other : one;
  }

  /** Blanks in paths are written as octal bytes; other bytes are UTF-8. */
  private static String unescaped(String text) {
    String bytes =
        OCTAL
            .matcher(text)
            .replaceAll(
                found -> {
                  char c = (char) Integer.parseInt(found.group(1), 8);
                  return c == '\\' || c == '$' ? "\\" + c : String.valueOf(c);
                });
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
