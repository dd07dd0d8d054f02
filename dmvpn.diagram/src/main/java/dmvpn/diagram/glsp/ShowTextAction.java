package dmvpn.diagram.glsp;

import java.util.List;
import org.eclipse.glsp.server.actions.Action;

/** Gives the client a text to show. Fields are read as JSON. */
final class ShowTextAction extends Action {

    static final String KIND = "dmvpn.showText";

    final String command;
    final String element;
    final String title;
    final String text;
    final List<String> notes;
    final List<CommandAnswer.Option> options;
    /** Left out when nothing can be done with the text. */
    final CommandAnswer.Next next;

    ShowTextAction(RunCommandAction asked, CommandAnswer.Text answer) {
        super(KIND);
        this.command = asked.command();
        this.element = asked.element();
        this.title = answer.title();
        this.text = answer.text();
        this.notes = answer.notes();
        this.options = answer.options();
        this.next = answer.next().orElse(null);
    }
}
