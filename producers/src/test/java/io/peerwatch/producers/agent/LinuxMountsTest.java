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
                proc /proc proc rw,nosuid 0 0
                tmpfs {}/pool tmpfs rw,size=1g 0 0
                overlay {} overlay rw,lowerdir=/a 0 0
                /dev/sda1 {}/data/sub ext4 rw,relatime 0 0
                /dev/sda1 {}/data ext4 rw,relatime 0 0
                /dev/sda1 {}/hosts ext4 rw,relatime 0 0
                /dev/sdb1 {}/hosts ext4 rw,relatime 0 0
                /dev/sdc1 {}/pool xfs ro,relatime 0 0
                /dev/loop3 /snap/core/1 squashfs ro,nodev 0 0
                tank/home {}/pool zfs rw,xattr 0 0
                nas:/share {}/pool nfs4 rw 0 0
                /dev/mapper/vg-x {}/a\\040b btrfs rw,subvol=/ 0 0
                /dev/sdd1 /no/longer/there ext4 rw 0 0
                nonsense
                """))
        .containsExactlyInAnyOrder(folder + "/data", folder + "/pool", folder + "/a b");
  }

  private Iterable<String> find(String table) throws IOException {
    return LinuxMounts.find(
        Files.writeString(folder.resolve("mounts"), table.replace("{}", folder.toString())));
  }
}
