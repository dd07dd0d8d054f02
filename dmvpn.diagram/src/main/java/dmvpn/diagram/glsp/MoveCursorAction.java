package dmvpn.diagram.glsp;

import org.eclipse.glsp.server.actions.Action;

/** Wishes the time cursor elsewhere. Read from JSON. */
public final class MoveCursorAction extends Action {

    static final String KIND = "dmvpn.moveCursor";

    private CursorWish wish;

    /** Filled by the framework. */
    public MoveCursorAction() {
        super(KIND);
    }

    CursorWish wish() {
        return wish;
    }
}
