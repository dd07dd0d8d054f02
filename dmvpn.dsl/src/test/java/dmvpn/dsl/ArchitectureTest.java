package dmvpn.dsl;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** How the packages of the language depend on each other. */
@AnalyzeClasses(packages = "dmvpn.dsl", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES = slices().matching("dmvpn.dsl.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_LANGUAGE_KNOWS_NO_WORKBENCH = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.ui..", "org.eclipse.swt..", "org.eclipse.jface..", "org.eclipse.xtext.ide..");

    @ArchTest
    static final ArchRule VALUES_KNOW_NO_MODEL = noClasses().that().resideInAPackage("dmvpn.dsl.values..")
            .should().dependOnClassesThat().resideInAnyPackage("org.eclipse..", "dmvpn.dsl.model..");

    @ArchTest
    static final ArchRule NOTHING_WAITS = noClasses().should().callMethod(Thread.class, "sleep", long.class);
}
