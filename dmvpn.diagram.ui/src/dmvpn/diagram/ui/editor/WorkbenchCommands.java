package dmvpn.diagram.ui.editor;

import dmvpn.app.diagram.DrawnText;
import dmvpn.diagram.glsp.CommandAnswer;
import dmvpn.diagram.glsp.CommandTarget;
import dmvpn.diagram.glsp.DiagramCommand;
import dmvpn.diagram.glsp.DiagramCommands;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.texteditor.ITextEditor;

/** What the menus of a diagram run in the workbench: its commands for models, as far as they are installed. */
final class WorkbenchCommands implements DiagramCommands {

    private static final String SHOW_CONFIGURATION = "dmvpn.dsl.ui.showConfiguration";
    private static final String GO_TO_TEXT = "goToText";
    private static final Set<CommandTarget> EVERYTHING = EnumSet.allOf(CommandTarget.class);
    private static final List<DiagramCommand> KNOWN = List.of(
            new DiagramCommand(GO_TO_TEXT, "Go to Text", EVERYTHING),
            new DiagramCommand(SHOW_CONFIGURATION, "Show Configuration", EnumSet.of(CommandTarget.ROUTER)),
            new DiagramCommand("dmvpn.dsl.ui.exportConfigurations", "Export Configurations\u2026",
                    EnumSet.of(CommandTarget.ROUTER, CommandTarget.DIAGRAM)),
            new DiagramCommand("dmvpn.dsl.ui.exportPicture", "Export Picture\u2026", EnumSet.of(CommandTarget.DIAGRAM)),
            new DiagramCommand("dmvpn.dsl.ui.exportReport", "Export Report\u2026", EnumSet.of(CommandTarget.DIAGRAM)),
            new DiagramCommand("dmvpn.dsl.ui.exportCaptures", "Export Capture Files\u2026", EnumSet.of(CommandTarget.DIAGRAM)),
            new DiagramCommand("dmvpn.sim.ui.shortcut.run", "Run Simulation", EVERYTHING),
            new DiagramCommand("dmvpn.sim.ui.shortcut.debug", "Debug Simulation", EVERYTHING));

    private final Display display;
    private final IEditorPart diagram;
    private final DrawnText drawn;
    private final ModelText text;
    private final List<DiagramCommand> installed;

    /** To be called on the thread of the user interface. */
    WorkbenchCommands(Display display, IEditorPart diagram, DrawnText drawn) {
        this.display = display;
        this.diagram = diagram;
        this.drawn = drawn;
        this.text = new ModelText(diagram);
        ICommandService commands = diagram.getSite().getService(ICommandService.class);
        this.installed = KNOWN.stream()
                .filter(known -> known.id().equals(GO_TO_TEXT) || commands.getCommand(known.id()).isDefined()).toList();
    }

    @Override
    public List<DiagramCommand> commands() {
        return installed;
    }

    @Override
    public CompletionStage<CommandAnswer> run(String command, String elementId, Map<String, String> options) {
        CompletableFuture<CommandAnswer> answer = new CompletableFuture<>();
        if (installed.stream().noneMatch(known -> known.id().equals(command))) {
            answer.complete(new CommandAnswer.Refused("Nothing is called '" + command + "' here"));
        } else if (!display.isDisposed()) {
            display.asyncExec(() -> answer.complete(runNow(command, elementId)));
        }
        return answer;
    }

    private CommandAnswer runNow(String command, String elementId) {
        try {
            Optional<EObject> element = drawn.shown().drawn().flatMap(model -> model.declaredBy(elementId));
            if (element.isEmpty() && !elementId.isEmpty()) {
                return new CommandAnswer.Refused("The model has no such element any more: the text may have changed meanwhile");
            }
            diagram.getSite().getPage().activate(diagram);
            switch (command) {
                case GO_TO_TEXT -> goToText(element);
                case SHOW_CONFIGURATION -> {
                    // The view shows the router at the caret: of one that is imported in its own file.
                    if (element.isEmpty() || text.declares(element.get())) {
                        ITextEditor editor = text.open();
                        element.ifPresent(router -> ModelText.reveal(editor, router));
                    } else {
                        text.goTo(element.get());
                    }
                    execute(command);
                }
                default -> execute(command);
            }
            return new CommandAnswer.Done();
        } catch (PartInitException | CommandException failure) {
            return new CommandAnswer.Refused("That cannot be done now: " + failure.getMessage());
        }
    }

    private void goToText(Optional<EObject> element) throws PartInitException {
        if (element.isPresent()) {
            text.goTo(element.get());
        } else {
            diagram.getSite().getPage().activate(text.open());
        }
    }

    private void execute(String command) throws CommandException {
        diagram.getSite().getService(IHandlerService.class).executeCommand(command, null);
    }
}
