package dmvpn.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The walls between the bundles, as docs/architecture.md draws them. */
class ProductArchitectureTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dmvpn");

    @Test
    void allBundlesOfTheCommandLineAreLookedAt() {
        assertThat(List.of("network", "config", "sim", "dsl", "dsl.ide", "diagram", "app", "cli")).allMatch(bundle ->
                PRODUCT.stream().anyMatch(type -> type.getPackageName().startsWith("dmvpn." + bundle)));
    }

    @ParameterizedTest(name = "{0} does not use {1}")
    @CsvSource({
        "dmvpn.network.., dmvpn.config.. dmvpn.sim.. dmvpn.dsl.. dmvpn.diagram.. dmvpn.app.. dmvpn.cli..",
        "dmvpn.config.., dmvpn.sim.. dmvpn.dsl.. dmvpn.diagram.. dmvpn.app.. dmvpn.cli..",
        "dmvpn.sim.., dmvpn.config.. dmvpn.dsl.. dmvpn.diagram.. dmvpn.app.. dmvpn.cli..",
        "dmvpn.dsl.., dmvpn.config.. dmvpn.sim.. dmvpn.diagram.. dmvpn.app.. dmvpn.cli..",
        "dmvpn.diagram.., dmvpn.config.. dmvpn.app.. dmvpn.cli..",
        "dmvpn.app.., dmvpn.cli.."})
    void dependenciesPointOneWay(String bundle, String others) {
        noClasses().that().resideInAPackage(bundle)
                .should().dependOnClassesThat().resideInAnyPackage(others.split(" ")).check(PRODUCT);
    }

    @Test
    void theLanguageDoesNotKnowItsEditorServices() {
        noClasses().that().resideInAPackage("dmvpn.dsl..").and().resideOutsideOfPackage("dmvpn.dsl.ide..")
                .should().dependOnClassesThat().resideInAPackage("dmvpn.dsl.ide..").check(PRODUCT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dmvpn.network..", "dmvpn.sim.."})
    void networkAndSimulatorUseTheJdkAndNothingElse(String bundle) {
        classes().that().resideInAPackage(bundle)
                .should().onlyDependOnClassesThat().resideInAnyPackage("dmvpn.network..", "dmvpn.sim..", "java..", "javax.crypto..")
                .check(PRODUCT);
    }

    /** What Xtend compiles to calls Guava. */
    @Test
    void configurationWritersKnowNothingOfEclipseButTheLibraryOfXtend() {
        classes().that().resideInAPackage("dmvpn.config..")
                .should().onlyDependOnClassesThat().resideInAnyPackage("dmvpn.network..", "dmvpn.config..", "java..",
                        "org.eclipse.xtend2.lib..", "org.eclipse.xtend.lib..", "org.eclipse.xtext.xbase.lib..",
                        "com.google.common..")
                .check(PRODUCT);
    }

    @Test
    void noBundleOfTheCommandLineKnowsTheWorkbench() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("org.eclipse.ui..", "org.eclipse.swt..",
                "org.eclipse.jface..", "org.eclipse.debug..", "org.eclipse.core.resources..").check(PRODUCT);
    }

    @Test
    void theKernelKnowsNoProtocolAndNoTrace() {
        classes().that().resideInAPackage("dmvpn.sim.kernel..")
                .should().onlyDependOnClassesThat().resideInAnyPackage("dmvpn.sim.kernel..", "dmvpn.sim.snapshot..", "java..").check(PRODUCT);
    }

    @Test
    void theCommandLineIsAFace() {
        classes().that().resideInAPackage("dmvpn.cli..")
                .should().onlyDependOnClassesThat().resideInAnyPackage("dmvpn.cli..", "dmvpn.app..", "picocli..", "org.jline..", "java..")
                .check(PRODUCT);
    }

    @Test
    void packagesOfTheServicesFormNoCycles() {
        slices().matching("dmvpn.app.(*)..").should().beFreeOfCycles().check(PRODUCT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dmvpn.network..", "dmvpn.sim..", "dmvpn.config.."})
    void nothingReadsTheClockOnTheWall(String bundle) {
        for (Class<?> type : List.of(Clock.class, Instant.class, LocalDate.class, LocalDateTime.class,
                OffsetDateTime.class, ZonedDateTime.class)) {
            noClasses().that().resideInAPackage(bundle).should().dependOnClassesThat().areAssignableTo(type).check(PRODUCT);
        }
        noClasses().that().resideInAPackage(bundle).should().callMethod(System.class, "nanoTime")
                .orShould().callMethod(System.class, "currentTimeMillis").check(PRODUCT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dmvpn.network..", "dmvpn.sim..", "dmvpn.config.."})
    void allRandomnessIsSeeded(String bundle) {
        noClasses().that().resideInAPackage(bundle)
                // Snapshots find objects by identity and number them in the order in which they meet them.
                .and().resideOutsideOfPackage("dmvpn.sim.snapshot").should().callMethod(Math.class, "random")
                .orShould().callMethod(UUID.class, "randomUUID")
                .orShould().callConstructor(Random.class)
                .orShould().callConstructor(SplittableRandom.class)
                .orShould().callMethod(System.class, "identityHashCode", Object.class)
                .orShould().dependOnClassesThat().areAssignableTo(ThreadLocalRandom.class)
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.security.SecureRandom")
                .check(PRODUCT);
    }

    /** Test classes of other bundles are on no class path here, so their text is looked at. */
    @Test
    void noTestSleeps() throws IOException {
        Pattern sleep = Pattern.compile("\\bThread\\s*\\.\\s*sleep\\b|\\bTimeUnit\\.\\w+\\.sleep\\b|\\bparkNanos\\b");
        List<String> sleeping = new ArrayList<>();
        int tests = 0;
        for (Path source : sources()) {
            String name = source.toString();
            boolean isTest = name.contains("/src/test/") || name.contains(".tests/");
            // FRRouting runs in real time and tells nobody when it is done: the lab looks now and then.
            if (isTest && !source.endsWith("ProductArchitectureTest.java") && !source.endsWith("oracle/Lab.java")) {
                tests++;
                if (sleep.matcher(Files.readString(source)).find()) {
                    sleeping.add(name);
                }
            }
        }

        assertThat(tests).isGreaterThan(50);
        assertThat(sleeping).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> bundles = Files.list(Path.of(".."))) {
            for (Path bundle : bundles.filter(folder -> folder.getFileName().toString().startsWith("dmvpn.")).toList()) {
                try (Stream<Path> files = Files.walk(bundle)) {
                    files.filter(file -> file.toString().endsWith(".java") && !file.toString().contains("/target/"))
                            .forEach(sources::add);
                }
            }
        }
        return sources;
    }
}
