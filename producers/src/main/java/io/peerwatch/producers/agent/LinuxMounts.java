package io.peerwatch.producers.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where Linux has mounted the machine's own writable filesystems. Read from the kernel's table,
 * because OSHI starts {@code lsblk} each time it is asked.
 */
final class LinuxMounts {
  static final Path TABLE = Path.of("/proc/self/mountinfo");

  /** On no device of their own in /dev, and the machine's own nevertheless. */
  private static final Set<String> WITHOUT_DEVICE = Set.of("zfs", "bcachefs");

  /** On a device and never full, or always. */
  private static final Set<String> IMAGES = Set.of("squashfs", "iso9660", "erofs", "cramfs");

  private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{3})");

  private LinuxMounts() {}

  /**
   * A line of the table: where what is mounted from where.
   *
   * @param options of the filesystem itself: a service may see all of its mounts read-only
   */
  private record Mounted(String point, String type, String device, String options) {

    /** Empty for a line in another form. */
    static Optional<Mounted> of(String line) {
      String[] halves = line.split(" - ", 2); // optional fields end with a dash
      String[] left = halves[0].split(" ");
      String[] right = halves.length == 2 ? halves[1].split(" ") : new String[0];
      return left.length >= 6 && right.length >= 3
          ? Optional.of(new Mounted(unescaped(left[4]), right[0], unescaped(right[1]), right[2]))
          : Optional.empty();
    }

    boolean isOwn() {
      return WITHOUT_DEVICE.contains(type)
          || (device.startsWith("/dev/") && !IMAGES.contains(type));
    }

    boolean isWritable() {
      return !Arrays.asList(options.split(",")).contains("ro");
    }
  }

  /**
   * The mount points, each device once (its shortest), by path. Network filesystems are not the
   * machine's own, and what is mounted on a single file is a container's.
   */
  static List<String> find(Path table) throws IOException {
    Map<String, String> byDevice = new LinkedHashMap<>();
    Files.readAllLines(table, StandardCharsets.ISO_8859_1).stream()
        .map(Mounted::of)
        .flatMap(Optional::stream)
        .filter(mounted -> mounted.isOwn() && mounted.isWritable())
        .filter(mounted -> Files.isDirectory(Path.of(mounted.point())))
        .forEach(
            mounted -> byDevice.merge(mounted.device(), mounted.point(), LinuxMounts::shorter));
    return byDevice.values().stream().sorted().toList();
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
