package io.peerwatch.schemas.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.peerwatch.schemas.avro.HostSample;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedSamplesTest {
  private static final String HEADER = "timestamp,group,host,cpu,mem\n";
  private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path folder;
  private final List<BadLine> bad = new ArrayList<>();

  @Test
  void shouldReadValuesAndLeaveOutEmptyCells() throws IOException {
    Path file = file("a.csv", HEADER + "1767225600000,web,web-01,0.5,\n");
    assertThat(read(file))
        .containsExactly(new HostSample("web-01", "web", T0, Map.of("cpu", 0.5), Map.of()));
    assertThat(bad).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1767225600000",
        "2026-01-01T00:00:00Z",
        "2026-01-01T01:00:00+01:00",
        "2026-01-01T00:00:00.000Z",
        "\"1767225600000\""
      })
  void shouldReadEveryFormOfATimestamp(String timestamp) throws IOException {
    Path file = file("a.csv", HEADER + timestamp + ",web,web-01,1,2\n");
    assertThat(read(file)).extracting(HostSample::getTimestamp).containsExactly(T0);
  }

  @Test
  void shouldTolerateByteOrderMarkCarriageReturnsQuotesBlankLinesAndAMissingLastLineEnd()
      throws IOException {
    Path file =
        file(
            "a.csv",
            "\uFEFFtimestamp,\"group\",host,cpu,mem\r\n\r\n"
                + "1767225600000,\"web\",web-01,\"0.5\",1e3");
    assertThat(read(file))
        .containsExactly(
            new HostSample("web-01", "web", T0, Map.of("cpu", 0.5, "mem", 1000.0), Map.of()));
  }

  @Test
  void shouldReadSeveralFilesAsOneInTheOrderGivenEachUnderItsOwnHeader() throws IOException {
    Path second = file("b.csv", "timestamp,group,host,disk\n1767225600000,web,web-01,7\n");
    Path first = gzip("a.csv.gz", HEADER + "1767225660000,web,web-02,1,2\n");
    assertThat(read(first, second))
        .extracting(HostSample::getHost, HostSample::getMetrics)
        .containsExactly(
            tuple("web-02", Map.of("cpu", 1.0, "mem", 2.0)), tuple("web-01", Map.of("disk", 7.0)));
  }

  @Test
  void shouldTellGzipByItsContentNotByItsName() throws IOException {
    Path file = gzip("plainly-named.csv", HEADER + "1767225600000,web,web-01,1,2\n");
    assertThat(read(file)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          1767225600000,web,web-01,1          | has 4 cells where the header has 5
          1767225600000,web,web-01,1,2,3      | has 6 cells where the header has 5
          1767225600000,web,web-01,x,2        | cpu is 'x', not a number
          1767225600000,web,web-01,1,NaN      | mem is 'NaN', not a finite number
          1767225600000,web,web-01,-Infinity,2| cpu is '-Infinity', not a finite number
          1767225600000,web,web-01,1e999,2    | cpu is '1e999', not a finite number
          1767225600000,web,,1,2              | has no host
          1767225600000,,web-01,1,2           | has no group
          1767225600000,web,web*01,1,2        | host 'web*01' must be 1 to 200
          1767225600000,we b,web-01,1,2       | group 'we b' must be 1 to 200
          yesterday,web,web-01,1,2            | timestamp 'yesterday' is neither
          2026-01-01T00:00:00,web,web-01,1,2  | timestamp '2026-01-01T00:00:00' is neither
          1767225600,web,web-01,1,2           | is outside 2000 to 2100
          946684799999,web,web-01,1,2         | is outside 2000 to 2100
          4102444800000,web,web-01,1,2        | is outside 2000 to 2100
          99999999999999999999,web,w,1,2      | is neither epoch milliseconds nor ISO-8601
          1767225600000,"web,web-01,1,2       | a quote is not closed on its line
          1767225600000,"web"x,web-01,1,2     | text follows a closing quote
          """)
  void shouldReportAMalformedLineWithFileAndNumberAndGoOn(String line, String reason)
      throws IOException {
    String text = line.strip().replace("`", "");
    Path file = file("a.csv", HEADER + text + "\n1767225600000,web,good,1,2\n");
    assertThat(read(file)).extracting(HostSample::getHost).containsExactly("good");
    assertThat(bad).singleElement().satisfies(b -> assertThat(b.line()).isEqualTo(2));
    assertThat(bad.get(0).toString()).startsWith(file + ":2: ").contains(reason);
  }

  @Test
  void shouldAcceptTheVeryEdgesOfTheBelievableTimes() throws IOException {
    Path file = file("a.csv", HEADER + "946684800000,w,a,1,2\n4102444799999,w,b,1,2\n");
    assertThat(read(file)).hasSize(2);
  }

  @Test
  void shouldSkipAsManyMalformedLinesAsAllowedAndNoMore() throws IOException {
    String twoBad = HEADER + "x\n1767225600000,web,web-01,1,2\ny\n";
    var lenient = new RecordedSamples(List.of(file("a.csv", twoBad)), 2, bad::add);
    lenient.forEach(sample -> {});
    assertThat(lenient.badLines()).isEqualTo(2);
    var strict = new RecordedSamples(List.of(file("b.csv", twoBad)), 1, bad::add);
    assertThatThrownBy(() -> strict.forEach(sample -> {}))
        .isInstanceOf(UnreadableCsvException.class)
        .hasMessageContaining("more than 1 malformed lines")
        .hasMessageContaining("b.csv:4: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                  | is empty
          time,group,host,cpu                 | must be the header timestamp,group,host
          1767225600000,web,web-01,1          | must be the header timestamp,group,host
          timestamp,group,host                | names no metric
          timestamp,group,host,cpu,cpu        | names metric cpu twice
          timestamp,group,host,c pu           | metric 'c pu' must be
          """)
  void shouldRefuseAFileWithoutAUsableHeader(String header, String reason) throws IOException {
    Path file = file("a.csv", header.strip());
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(UnreadableCsvException.class)
        .hasMessageContaining("a.csv")
        .hasMessageContaining(reason);
  }

  @Test
  void shouldSayInOneLineWhatIsWrongWithAFile() throws IOException {
    assertThatThrownBy(() -> read(folder.resolve("none.csv")))
        .hasMessageContaining("none.csv does not exist");
    assertThatThrownBy(() -> read(folder)).hasMessageContaining("is a folder");
    assertThatThrownBy(() -> read(file("plain.csv.gz", HEADER)))
        .hasMessageContaining("is not gzip in spite of its name");
    Path whole = gzip("whole.csv.gz", HEADER + "1767225600000,w,a,1,2\n".repeat(9_999));
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = Files.write(folder.resolve("cut.gz"), Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> read(cut)).hasMessageContaining("damaged or cut short as gzip");
  }

  @Test
  void shouldRefuseALineThatWouldFillTheMemory() throws IOException {
    Path file = file("a.csv", HEADER + "9".repeat(CsvLines.LINE_LENGTH_MAX + 1));
    assertThatThrownBy(() -> read(file)).hasMessageContaining("a.csv:2: the line is longer than");
  }

  @Test
  void shouldReadLinesThatCrossTheBufferWhole() throws IOException {
    var text = new StringBuilder(HEADER);
    for (int i = 0; i < 20_000; i++) {
      text.append(1767225600000L + i).append(",web,web-").append(i).append(",1,2\n");
    }
    List<HostSample> samples = read(file("a.csv", text.toString()));
    assertThat(samples).hasSize(20_000);
    assertThat(samples.get(19_999).getHost()).isEqualTo("web-19999");
  }

  @Test
  void shouldStopReadingWhenToldIncludingTheFilesToCome() throws IOException {
    String two = HEADER + "1767225600000,web,web-01,1,2\n1767225600000,web,web-02,1,2\n";
    var samples = new ArrayList<HostSample>();
    new RecordedSamples(List.of(file("a.csv", two), file("b.csv", two)), 0, bad::add)
        .forEachWhile(sample -> samples.add(sample) && samples.size() < 2);
    assertThat(samples).extracting(HostSample::getHost).containsExactly("web-01", "web-02");
  }

  private List<HostSample> read(Path... files) throws IOException {
    var samples = new ArrayList<HostSample>();
    new RecordedSamples(List.of(files), RecordedSamples.BAD_LINES_MAX_DEFAULT, bad::add)
        .forEach(samples::add);
    return samples;
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path gzip(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }
}
