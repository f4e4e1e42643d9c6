package io.peerwatch.cli.arrows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.NodeList;

/** The same arrows in the poms, where an unused dependency would not show in any class. */
class PomsTest {
  private static final String OURS = "peerwatch-";

  static Stream<String> modules() {
    return Modules.MAY_USE.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void shouldDependOnModulesUpstreamOnly(String module) throws Exception {
    List<String> allowed =
        new ArrayList<>(Modules.MAY_USE.get(module).stream().map(PomsTest::id).toList());
    if (module.equals("schemas")) {
      allowed.add(OURS + "registry-client");
    }
    assertThat(dependencies(module).stream().filter(d -> d.startsWith(OURS))).isSubsetOf(allowed);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void shouldHaveKafkaStreamsAndBrokersWhereTheyBelongOnly(String module) throws Exception {
    List<String> artifacts = dependencies(module);
    if (!List.of("streams", "proof").contains(module)) {
      assertThat(artifacts).doesNotContain("kafka-streams", "kafka-streams-test-utils");
    }
    if (!module.equals("local")) {
      assertThat(artifacts).doesNotContain("kafka_2.13", "kafka-server", "kafka-metadata");
    }
  }

  private static String id(String module) {
    return OURS + (module.equals("streams") ? "streams-app" : module);
  }

  private static List<String> dependencies(String module) throws Exception {
    Path pom = Path.of("..", Modules.folder(module), "pom.xml");
    var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
    var nodes =
        (NodeList)
            XPathFactory.newInstance()
                .newXPath()
                .evaluate(
                    "/project/dependencies/dependency/artifactId",
                    document,
                    XPathConstants.NODESET);
    List<String> artifacts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      artifacts.add(nodes.item(i).getTextContent().strip());
    }
    assertThat(artifacts).as(pom.toString()).isNotEmpty().contains("junit-jupiter");
    return artifacts;
  }
}
