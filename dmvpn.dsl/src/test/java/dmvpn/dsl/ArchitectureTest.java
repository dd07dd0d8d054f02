package dmvpn.dsl;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;

/** How the packages of the language depend on each other. */
@AnalyzeClasses(packages = "dmvpn.dsl", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES = slices().assignedFrom(new Packages()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_LANGUAGE_KNOWS_NO_WORKBENCH = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.ui..", "org.eclipse.swt..", "org.eclipse.jface..", "org.eclipse.xtext.ide..");

    @ArchTest
    static final ArchRule VALUES_KNOW_NO_MODEL = noClasses().that().resideInAPackage("dmvpn.dsl.values..")
            .should().dependOnClassesThat().resideInAnyPackage("org.eclipse..", "dmvpn.dsl.model..");

    @ArchTest
    static final ArchRule NOTHING_WAITS = noClasses().should().callMethod(Thread.class, "sleep", long.class);

    /** One slice a package; what the grammar generates for elements, routing and scenarios is one model. */
    private static final class Packages implements SliceAssignment {

        private static final Set<String> MODEL = Set.of("model", "routing", "scenario");

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            String[] segments = javaClass.getPackageName().split("\\.");
            if (segments.length < 3) {
                return SliceIdentifier.ignore();
            }
            return SliceIdentifier.of(MODEL.contains(segments[2]) ? "model" : segments[2]);
        }

        @Override
        public String getDescription() {
            return "packages of the language";
        }
    }
}
