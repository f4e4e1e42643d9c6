package io.peerwatch.producers.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinuxMountsTest {
  @TempDir private Path folder;

  @Test
  void shouldFindTheMachinesOwnWritableFilesystemsEachOnce() throws IOException {
    for (String made : new String[] {"data", "data/sub", "pool", "a b"}) {
      Files.createDirectories(folder.resolve(made));
    }
    Files.writeString(folder.resolve("hosts"), "");
    assertThat(
            find(
                """
                22 27 0:21 / /proc rw,nosuid shared:12 - proc proc rw
                27 1 8:1 / {}/data/sub ro,relatime shared:1 - ext4 /dev/sda1 rw
                28 1 8:1 / {}/data rw,relatime shared:1 master:2 - ext4 /dev/sda1 rw
                29 1 8:1 /etc/hosts {}/hosts rw,relatime - ext4 /dev/sda1 rw
                30 1 8:2 /hosts {}/hosts rw,relatime - ext4 /dev/sdb1 rw
                31 1 0:5 / {}/pool rw - tmpfs tmpfs rw,size=1g
                32 1 0:6 / {} rw - overlay overlay rw,lowerdir=/a
                33 1 8:3 / {}/pool rw,relatime - xfs /dev/sdc1 ro,relatime
                34 1 7:3 / /snap/core/1 ro,nodev - squashfs /dev/loop3 ro
                35 1 0:7 / {}/pool rw - zfs tank/home rw,xattr
                36 1 0:8 / {}/pool rw - nfs4 nas:/share rw
                37 1 0:9 / {}/a\\040b rw - btrfs /dev/mapper/vg-x rw,subvol=/
                38 1 8:4 / /no/longer/there rw - ext4 /dev/sdd1 rw
                nonsense
                """))
        .containsExactlyInAnyOrder(folder + "/data", folder + "/pool", folder + "/a b");
  }

  private Iterable<String> find(String table) throws IOException {
    return LinuxMounts.find(
        Files.writeString(folder.resolve("mounts"), table.replace("{}", folder.toString())));
  }
}
