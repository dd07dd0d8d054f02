package dmvpn.diagram.glsp;

import java.util.Base64;
import org.eclipse.glsp.server.actions.Action;

/** Gives the client a file to keep. Fields are read as JSON. */
final class DownloadAction extends Action {

    static final String KIND = "dmvpn.download";

    final String name;
    final String content;

    DownloadAction(CommandAnswer.Download answer) {
        super(KIND);
        this.name = answer.name();
        this.content = Base64.getEncoder().encodeToString(answer.content());
    }
}
