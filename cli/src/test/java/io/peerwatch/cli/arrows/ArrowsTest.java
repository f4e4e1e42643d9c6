package io.peerwatch.cli.arrows;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.peerwatch.cli.arrows.Modules.packages;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows between modules and packages, over the compiled classes. */
class ArrowsTest {
  private static final List<String> STAGES =
      List.of("intake", "window", "feedback", "compare", "alert", "ledger", "capacity");

  private static JavaClasses ours;

  @BeforeAll
  static void readClasses() {
    ours =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.peerwatch");
  }

  @ParameterizedTest
  @ValueSource(strings = {"schemas", "detection", "streams", "consumers", "local", "cli"})
  void shouldSeeTheClassesOfEachModule(String module) {
    assertThat(ours.stream().filter(c -> c.getPackageName().startsWith("io.peerwatch." + module)))
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"schemas", "detection", "streams", "producers", "consumers", "local", "proof"})
  void shouldOnlyUseModulesUpstreamAndNeverCli(String module) {
    noClasses()
        .that()
        .resideInAPackage(packages(module))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(Modules.forbidden(module))
        .allowEmptyShould(true)
        .check(ours);
  }

  @Test
  void shouldKeepDetectionPlainJava() {
    classes()
        .that()
        .resideInAPackage(packages("detection"))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", packages("detection"))
        .check(ours);
  }

  @Test
  void shouldKeepClocksAndChanceOutOfDetection() {
    var clocks = target(nameMatching("now|currentTimeMillis|nanoTime|random|randomUUID|systemUTC"));
    noClasses()
        .that()
        .resideInAPackage(packages("detection"))
        .should()
        .callMethodWhere(clocks.and(target(owner(resideInAnyPackage("java..")))))
        .check(ours);
    noClasses()
        .that()
        .resideInAPackage(packages("detection"))
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.util\\.(.*\\.)?[A-Za-z]*Random[A-Za-z]*|java\\.time\\.Clock")
        .check(ours);
  }

  @Test
  void shouldUseKafkaStreamsInStreamsAndProofOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages(packages("streams"), packages("proof"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.kafka.streams..")
        .check(ours);
  }

  @Test
  void shouldStartBrokersInLocalOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage(packages("local"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("kafka..", "org.apache.kafka.server..", "org.apache.kafka.metadata..")
        .check(ours);
  }

  @Test
  void shouldNotLetStagesKnowEachOther() {
    slices().assignedFrom(stages()).should().notDependOnEachOther().check(ours);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "schemas",
        "detection",
        "streams",
        "producers",
        "consumers",
        "local",
        "proof",
        "cli"
      })
  void shouldHaveNoCyclesBetweenTheStepsOfAModule(String module) {
    slices()
        .matching("io.peerwatch." + module + ".(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(ours);
  }

  private static SliceAssignment stages() {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
        return STAGES.stream()
            .filter(s -> javaClass.getPackageName().equals("io.peerwatch.streams." + s))
            .findFirst()
            .map(SliceIdentifier::of)
            .orElse(SliceIdentifier.ignore());
      }

      @Override
      public String getDescription() {
        return "stages of the pipeline";
      }
    };
  }
}
