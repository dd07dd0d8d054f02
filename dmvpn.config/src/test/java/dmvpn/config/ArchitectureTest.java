package dmvpn.config;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The walls around this bundle. */
class ArchitectureTest {

    private static final JavaClasses CONFIG = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dmvpn.config");

    @Test
    void configurationsKnowTheNetworkAndXtendsLibraryAlone() {
        classes().should().onlyDependOnClassesThat().resideInAnyPackage(
                "dmvpn.config..", "dmvpn.network..", "java..", "org.eclipse.xtext.xbase.lib..", "org.eclipse.xtend2.lib..",
                "com.google.common..").check(CONFIG);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("dmvpn.(**)").should().beFreeOfCycles().check(CONFIG);
    }
}
