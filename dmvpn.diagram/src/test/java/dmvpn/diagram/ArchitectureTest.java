package dmvpn.diagram;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The walls around this bundle. */
class ArchitectureTest {

    private static final JavaClasses DIAGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dmvpn.diagram");

    @Test
    void packagesFormNoCycles() {
        slices().matching("dmvpn.(**)").should().beFreeOfCycles().check(DIAGRAM);
    }

    @Test
    void layoutAndSvgKnowTheNotationAlone() {
        classes().that().resideInAnyPackage("dmvpn.diagram.layout..", "dmvpn.diagram.svg..").should()
                .onlyDependOnClassesThat().resideInAnyPackage(
                        "dmvpn.diagram.notation..", "dmvpn.diagram.layout..", "dmvpn.diagram.svg..", "java..")
                .check(DIAGRAM);
    }

    @Test
    void diagramsKnowNeitherTheWorkbenchNorTheFaces() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage(
                "dmvpn.app..", "dmvpn.cli..", "org.eclipse.ui..", "org.eclipse.swt..", "org.eclipse.jface..", "java.awt..")
                .check(DIAGRAM);
    }
}
