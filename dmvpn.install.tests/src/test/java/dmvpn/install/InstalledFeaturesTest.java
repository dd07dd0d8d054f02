package dmvpn.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What somebody can do who has installed the feature from the site into a plain platform: the tests of the workbench themselves
 * run there, once, in a process of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InstalledFeaturesTest {

    private static final List<String> CLASSES = List.of("EditorTest", "CompletionTest", "HoverTest", "OutlineTest", "NavigationTest",
            "RenameTest", "WizardTest", "ExportTest", "ConfigurationViewTest", "LaunchTest", "SteppingTest");

    private List<String> report;

    @BeforeAll
    void runTests() throws Exception {
        report = StartedPlatform.withTests("tried", CLASSES).report();
    }

    @Test
    void noTestOfTheWorkbenchFailsThere() {
        assertThat(report).contains("trial.finished=true")
                .noneMatch(line -> line.startsWith("trial.failed") || line.startsWith("trial.failure"));
    }

    @ParameterizedTest
    @CsvSource({
        "colours, EditorTest.aModelOpensInTheGenericEditorWithKeywordsInColour",
        "squiggles, EditorTest.aMistakeIsMarkedWhereItIsAndTheMarkGoesWithTheMistake",
        "quick fixes, EditorTest.ctrl1OffersTheQuickFixesAtTheCaretAndAppliesTheChosenOne",
        "completion, EditorTest.completionProposesTheHubsBehindVia",
        "hover, HoverTest.aBrokenRuleIsExplainedAndItsLinkOpensThePageOfTheRule",
        "the outline, EditorTest.theOutlineShowsTheElementsOfTheModel",
        "renaming, RenameTest.aNameIsChangedInAllFilesAndUndoneInOneStep",
        "projects, WizardTest.aNewProjectFromATemplateOpensItsModelAndChecksAllOfThem",
        "examples, WizardTest.anExampleBecomesAProjectWithAllItsFiles",
        "exporting, ExportTest.theWizardShowsTheDifferencesToTheLastExportBeforeItWrites"})
    void whatAPersonReachesForWorksThere(String what, String test) {
        assertThat(report).as(what).contains("trial.passed=" + test);
    }

    @ParameterizedTest
    @CsvSource({"the configuration beside the model, ConfigurationViewTest", "runs of a simulation, LaunchTest",
        "steps in the debugger, SteppingTest"})
    void whatATestClassIsAboutWorksThere(String what, String tests) {
        assertThat(report).as(what).filteredOn(line -> line.startsWith("trial.passed=" + tests + ".")).hasSizeGreaterThan(3);
    }
}
