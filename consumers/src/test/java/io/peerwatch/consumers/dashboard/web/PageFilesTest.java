package io.peerwatch.consumers.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the page's own files may not do: names in them come from strangers. */
class PageFilesTest {
  private static final Path FOLDER =
      Path.of("src/main/resources/io/peerwatch/consumers/dashboard/web");

  @Test
  void shouldNeverTurnTextIntoMarkupOrCode() throws IOException {
    List<String> forbidden =
        List.of(
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            "new Function",
            "javascript:",
            "createContextualFragment",
            "DOMParser",
            "srcdoc");
    assertThat(files()).hasSizeGreaterThan(10);
    for (Path file : files()) {
      assertThat(Files.readString(file))
          .as(file.toString())
          .doesNotContain(forbidden.toArray(String[]::new));
    }
  }

  @Test
  void shouldNotAskAnybodyElse() throws IOException {
    for (Path file : files()) {
      String text = Files.readString(file).replace("http://www.w3.org/2000/svg", "");
      assertThat(text).as(file.toString()).doesNotContain("http://", "https://", "url(", "@import");
    }
  }

  @Test
  void shouldServeEveryFileThatThereIs() {
    assertThat(new WebFiles().paths())
        .containsAll(files().stream().map(PageFilesTest::path).toList());
  }

  private static String path(Path file) {
    String name = FOLDER.relativize(file).toString().replace('\\', '/');
    return name.equals("index.html") ? "/" : "/" + name;
  }

  private static List<Path> files() {
    try (Stream<Path> all = Files.walk(FOLDER)) {
      return all.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
