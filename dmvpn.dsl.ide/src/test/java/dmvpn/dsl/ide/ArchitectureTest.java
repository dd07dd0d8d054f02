package dmvpn.dsl.ide;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses SERVICES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dmvpn.dsl.ide");

    @Test
    void packagesFormNoCycles() {
        slices().matching("dmvpn.dsl.ide.(*)..").should().beFreeOfCycles().check(SERVICES);
    }

    @Test
    void noServiceKnowsTheServer() {
        noClasses().that().resideOutsideOfPackage("dmvpn.dsl.ide.server..")
                .should().dependOnClassesThat().resideInAPackage("dmvpn.dsl.ide.server..").check(SERVICES);
    }
}
