package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.internal.PartSite;
import org.eclipse.ui.wizards.IWizardRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages that lead a newcomer: the steps to a first network, and the welcome page. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class GuideTest {

    private static final String HELP = "dmvpn.dsl.ui.help.view";
    private static final String CONFIGURATION = "dmvpn.dsl.ui.preview.configuration";

    private ModelProject project;

    @BeforeEach
    void showPerspective() throws Exception {
        Ui.run(Workbench::showPerspective);
        project = new ModelProject("guide");
    }

    @AfterEach
    void closeAll() throws Exception {
        Ui.run(() -> {
            for (String id : List.of(HELP, CONFIGURATION)) {
                IViewPart view = ModelProject.page().findView(id);
                if (view != null) {
                    ModelProject.page().hideView(view);
                }
            }
        });
        project.close();
    }

    @Test
    void aStepRunsItsCommandOnTheModelInFront() throws Exception {
        ModelProject.open(project.file("net.dmvpn", Models.PHASE_3));
        show("first-network.md", "A first network\n");
        Screenshots.take("first-network");

        follow("Look at a router's configuration");

        Ui.waitUntil("the view", () -> ModelProject.page().findView(CONFIGURATION) != null
                && ModelProject.page().getActivePart() == ModelProject.page().getActiveEditor());
    }

    @Test
    void theWelcomePageLeadsToTheOtherPages() {
        show("welcome.md", "Welcome to the DMVPN IDE\n");
        Screenshots.take("welcome");

        follow("A first network");

        Ui.waitUntil("the steps", () -> text().getText().startsWith("A first network\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "guide/welcome.md; \\(command:((?:[^()]|\\([^()]*\\))+)\\)",
            "guide/first-network.md; \\(command:((?:[^()]|\\([^()]*\\))+)\\)",
            "cheatsheets/first-network.xml; serialization=\"([^\"]+)\""})
    void everyCommandOfAGuideIsThere(String file, String pattern) throws Exception {
        List<String> commands = new ArrayList<>();
        try (InputStream stream = Platform.getBundle("dmvpn.dsl.ui").getEntry(file).openStream()) {
            Matcher matcher = Pattern.compile(pattern).matcher(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            while (matcher.find()) {
                commands.add(matcher.group(1));
            }
        }

        assertThat(commands).hasSizeGreaterThan(1);
        Ui.run(() -> {
            for (String command : commands) {
                requireCommand(command);
            }
        });
    }

    private static void requireCommand(String serialization) throws CommandException {
        ParameterizedCommand command = PlatformUI.getWorkbench().getService(ICommandService.class).deserialize(serialization);
        assertThat(command.getCommand().isDefined()).as(serialization).isTrue();
        Object wizard = command.getParameterMap().get("newWizardId");
        IWizardRegistry wizards = PlatformUI.getWorkbench().getNewWizardRegistry();
        if (wizard != null && wizards.findCategory("dmvpn.dsl.ui.new") != null) {
            assertThat(wizards.findWizard(wizard.toString())).as(serialization).isNotNull();
        }
    }

    private static void show(String page, String begin) {
        Ui.run(() -> PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(
                ParameterizedCommand.generateCommand(PlatformUI.getWorkbench().getService(ICommandService.class)
                        .getCommand("dmvpn.dsl.ui.help.show"), Map.of("dmvpn.dsl.ui.help.show.page", page)), null));
        Ui.waitUntil("the page", () -> ModelProject.page().findView(HELP) != null && text().getText().startsWith(begin));
    }

    private static void follow(String label) {
        Ui.run(() -> followLink(label));
    }

    /** Puts the caret on the link and presses Enter. */
    private static void followLink(String label) {
        text().setSelection(text().getText().indexOf(label));
        Event enter = new Event();
        enter.keyCode = SWT.CR;
        enter.character = SWT.CR;
        text().notifyListeners(SWT.KeyDown, enter);
    }

    private static StyledText text() {
        IViewPart view = ModelProject.page().findView(HELP);
        return Ui.controls((Composite) ((PartSite) view.getSite()).getModel().getWidget(), StyledText.class).getFirst();
    }
}
