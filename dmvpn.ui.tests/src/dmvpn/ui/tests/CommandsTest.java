package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.ui.tests.driver.DiagramPage;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.NamesOfControls;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.core.commands.Command;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.IContributionManager;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.internal.PartSite;
import org.eclipse.ui.keys.IBindingService;
import org.eclipse.ui.views.IViewDescriptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands, keys and views of this product: all can be found, reached by keyboard, and read aloud. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class CommandsTest {

    private static final String OURS = "dmvpn.";

    private ModelProject project;
    private IFile file;

    @BeforeEach
    void openModel() throws Exception {
        Ui.run(Workbench::showPerspective);
        project = new ModelProject("commands");
        file = project.file("net.dmvpn", Models.PHASE_3);
        ModelProject.open(file);
    }

    @AfterEach
    void deleteProject() throws Exception {
        Ui.run(() -> {
            for (IViewReference view : ModelProject.page().getViewReferences()) {
                if (view.getId().startsWith("dmvpn.dsl.ui.")) {
                    ModelProject.page().hideView(view);
                }
            }
        });
        project.close();
    }

    @Test
    void everyCommandHasACategoryANameADescriptionAndAHandler() throws Exception {
        Set<String> unhandled = new TreeSet<>();
        Ui.run(() -> {
            for (Command command : commands()) {
                assertThat(command.getName()).as("name of " + command.getId()).isNotBlank();
                assertThat(command.getDescription()).as("description of " + command.getId()).isNotBlank();
                assertThat(command.getCategory().isDefined()).as("category of " + command.getId()).isTrue();
                unhandled.add(command.getId());
            }
            assertThat(unhandled).contains("dmvpn.dsl.ui.exportConfigurations", "dmvpn.dsl.ui.preview.pin");
            removeHandled(unhandled);
        });
        for (String view : views()) {
            Ui.run(() -> ModelProject.page().showView(view));
            Ui.run(() -> removeHandled(unhandled));
        }
        DiagramPage.open(file);
        Ui.run(() -> removeHandled(unhandled));
        assertThat(unhandled).as("commands that nothing handles in the editor, the diagram and our views").isEmpty();
    }

    private static void removeHandled(Set<String> commands) {
        ICommandService service = PlatformUI.getWorkbench().getService(ICommandService.class);
        commands.removeIf(command -> service.getCommand(command).isHandled());
    }

    private static List<Command> commands() {
        return Arrays.stream(PlatformUI.getWorkbench().getService(ICommandService.class).getDefinedCommands())
                .filter(command -> command.getId().startsWith(OURS)).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Format Model", "Open Declaration", "Fix All Certain Problems", "Export device configurations…", "Quick Outline",
        "Run Scenario at Caret", "Router Configuration", "DMVPN Help", "DMVPN Example"})
    void quickAccessFindsCommandsViewsAndWizards(String name) throws Exception {
        Ui.run(() -> Display.getCurrent().asyncExec(() -> Workbench.executeUnchecked("org.eclipse.ui.window.quickAccess")));
        try {
            Text field = Ui.waitFor("Quick Access", () -> quickAccess().flatMap(shell -> Ui.controls(shell, Text.class).stream().findFirst()));
            Ui.run(() -> field.setText(name));
            Ui.waitUntil("the entry '" + name + "'", () -> quickAccess().stream()
                    .flatMap(shell -> Ui.controls(shell, Table.class).stream()).flatMap(table -> Arrays.stream(table.getItems()))
                    .anyMatch(item -> item.getText(1).startsWith(name)));
        } finally {
            Ui.run(() -> quickAccess().ifPresent(Shell::close));
        }
    }

    private static Optional<Shell> quickAccess() {
        return Ui.shells().stream().filter(shell -> shell != ModelProject.page().getWorkbenchWindow().getShell()
                && !Ui.controls(shell, Text.class).isEmpty()).findFirst();
    }

    @Test
    void noKeyOfOursMeansSomethingElseInItsContext() {
        List<String> conflicts = new ArrayList<>();
        Ui.run(() -> {
            Binding[] all = PlatformUI.getWorkbench().getService(IBindingService.class).getBindings();
            List<Binding> ours = Arrays.stream(all).filter(binding -> commandOf(binding).startsWith(OURS)).toList();
            assertThat(ours).isNotEmpty();
            for (Binding binding : ours) {
                for (Binding other : all) {
                    boolean isSameKey = other.getTriggerSequence().equals(binding.getTriggerSequence())
                            && other.getContextId().equals(binding.getContextId())
                            && other.getSchemeId().equals(binding.getSchemeId());
                    if (isSameKey && !commandOf(other).isEmpty() && !commandOf(other).equals(commandOf(binding))) {
                        conflicts.add(binding.getTriggerSequence() + ": " + commandOf(binding) + " and " + commandOf(other));
                    }
                }
            }
        });
        assertThat(conflicts).isEmpty();
    }

    private static String commandOf(Binding binding) {
        return binding.getParameterizedCommand() == null ? "" : binding.getParameterizedCommand().getId();
    }

    @Test
    void everyButtonOfAViewSaysWhatItDoesAndIsInTheViewsMenuToo() throws Exception {
        for (String id : views()) {
            Ui.run(() -> {
                IViewPart view = ModelProject.page().showView(id);
                Set<String> menu = new HashSet<>();
                for (IAction action : actions(view.getViewSite().getActionBars().getMenuManager())) {
                    menu.add(action.getText());
                }
                for (IAction action : actions(view.getViewSite().getActionBars().getToolBarManager())) {
                    assertThat(action.getToolTipText()).as("tooltip of " + action.getText() + " in " + id).isNotBlank();
                    assertThat(action.getImageDescriptor()).as("image of " + action.getText() + " in " + id).isNotNull();
                    assertThat(menu).as("menu of " + id).contains(action.getText());
                }
            });
        }
    }

    private static List<IAction> actions(IContributionManager manager) {
        List<IAction> actions = new ArrayList<>();
        for (IContributionItem item : manager.getItems()) {
            if (item instanceof ActionContributionItem contributed) {
                actions.add(contributed.getAction());
            }
        }
        return actions;
    }

    @Test
    void everyControlOfAViewHasAName() throws Exception {
        List<String> nameless = new ArrayList<>();
        for (String id : views()) {
            Ui.run(() -> {
                IViewPart view = ModelProject.page().showView(id);
                Composite area = (Composite) ((PartSite) view.getSite()).getModel().getWidget();
                NamesOfControls.nameless(area).forEach(control -> nameless.add(id + ": " + control));
            });
        }
        assertThat(nameless).isEmpty();
    }

    private static List<String> views() {
        return Ui.get(() -> Arrays.stream(PlatformUI.getWorkbench().getViewRegistry().getViews()).map(IViewDescriptor::getId)
                .filter(id -> id.startsWith(OURS)).toList());
    }
}
