package dmvpn.network;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The walls around this bundle. */
class ArchitectureTest {

    private static final JavaClasses NETWORK = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dmvpn.network");

    @Test
    void theNetworkDependsOnTheJdkAlone() {
        classes().should().onlyDependOnClassesThat().resideInAnyPackage("dmvpn.network..", "java..").check(NETWORK);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("dmvpn.(**)").should().beFreeOfCycles().check(NETWORK);
    }

    @Test
    void nothingReadsAClock() {
        List.of(Clock.class, Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class)
                .forEach(type -> noClasses().should().dependOnClassesThat().areAssignableTo(type).check(NETWORK));
        noClasses().should().callMethod(System.class, "nanoTime").check(NETWORK);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(NETWORK);
    }

    @Test
    void nothingIsRandom() {
        noClasses().should().dependOnClassesThat().areAssignableTo(RandomGenerator.class).check(NETWORK);
        noClasses().should().callMethod(Math.class, "random").check(NETWORK);
    }

    @Test
    void staticFieldsAreFinal() {
        fields().that().areStatic().should().haveModifier(JavaModifier.FINAL).check(NETWORK);
    }
}
