package dmvpn.sim.ui.command;

import dmvpn.sim.ui.cursor.TimeCursor;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

/** Makes the time cursor follow runs in progress, or not any more. */
public final class FollowRunHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        TimeCursor cursor = TimeCursor.ofWorkbench();
        cursor.follow(!cursor.isFollowing());
        return null;
    }
}
