package dmvpn.sim.ui.table;

import dmvpn.app.show.RouterCommands;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.jface.fieldassist.ContentProposal;
import org.eclipse.jface.fieldassist.ContentProposalAdapter;
import org.eclipse.jface.fieldassist.IContentProposal;
import org.eclipse.jface.fieldassist.TextContentAdapter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Which router is asked, and for what. */
final class QuestionBar {

    private static final String OF_THE_EVENT = "Router of the event";
    private static final String ALL_TABLES = "All tables, or a command such as: show dmvpn";
    private static final KeyStroke COMPLETE = KeyStroke.getInstance(SWT.MOD1, ' ');

    private final Combo router;
    private final Text command;
    private List<String> routers = List.of();
    private List<String> commands = List.of();

    /** @param asked told when somebody asks something else */
    QuestionBar(Composite parent, String firstCommand, Runnable asked) {
        Composite bar = new Composite(parent, SWT.NONE);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        bar.setLayout(new GridLayout(4, false));
        label(bar, "&Router:");
        router = new Combo(bar, SWT.READ_ONLY);
        router.getAccessible().addAccessibleListener(AccessibleListener.getNameAdapter(event -> event.result = "Router"));
        router.setItems(OF_THE_EVENT);
        router.select(0);
        router.addListener(SWT.Selection, event -> asked.run());
        label(bar, "&Show:");
        command = new Text(bar, SWT.SEARCH | SWT.ICON_CANCEL);
        command.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        command.setMessage(ALL_TABLES);
        command.setText(firstCommand);
        command.getAccessible().addAccessibleListener(AccessibleListener.getNameAdapter(event -> event.result = "Show command, empty for all tables"));
        command.addListener(SWT.DefaultSelection, event -> asked.run());
        command.addListener(SWT.Modify, event -> {
            if (command.getText().isBlank()) {
                asked.run(); // also by the cross at its end
            }
        });
        ContentProposalAdapter proposals =
                new ContentProposalAdapter(command, new TextContentAdapter(), this::proposals, COMPLETE, null);
        proposals.setProposalAcceptanceStyle(ContentProposalAdapter.PROPOSAL_REPLACE);
        proposals.addContentProposalListener(accepted -> asked.run());
    }

    private static void label(Composite parent, String text) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(text);
    }

    private IContentProposal[] proposals(String contents, int position) {
        return RouterCommands.completions(contents.substring(0, position), commands).stream().map(ContentProposal::new)
                .toArray(IContentProposal[]::new);
    }

    /** The router that was chosen; empty for that of the event. */
    Optional<String> router() {
        return router.getSelectionIndex() <= 0 ? Optional.empty() : Optional.of(router.getText());
    }

    /** The command; empty for all tables. */
    String command() {
        return command.getText().strip();
    }

    /** Offers routers and commands. */
    void offer(List<String> offeredRouters, List<String> offeredCommands) {
        commands = offeredCommands;
        if (!routers.equals(offeredRouters)) {
            String chosen = router.getText();
            routers = offeredRouters;
            List<String> items = new ArrayList<>(List.of(OF_THE_EVENT));
            items.addAll(offeredRouters);
            router.setItems(items.toArray(String[]::new));
            router.select(Math.max(0, Arrays.asList(router.getItems()).indexOf(chosen)));
            router.getParent().layout();
        }
    }

    boolean hasFocus() {
        return command.isFocusControl();
    }

    void copy() {
        command.copy();
    }
}
