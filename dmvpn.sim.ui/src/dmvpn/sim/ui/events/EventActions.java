package dmvpn.sim.ui.events;

import dmvpn.sim.ui.cursor.TimeCursor;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.resource.ResourceLocator;

/** Actions of views of events. */
public final class EventActions {

    private static final String BUNDLE = "dmvpn.sim.ui";

    private EventActions() {
    }

    /**
     * An action with a picture.
     *
     * @param icon name of a file under {@code icons}
     */
    public static IAction push(String name, String tooltip, String icon, Runnable task) {
        return new TaskAction(name, tooltip, icon, IAction.AS_PUSH_BUTTON, task);
    }

    /** An action that is on or off; with a picture. */
    public static IAction check(String name, String tooltip, String icon, Runnable task) {
        return new TaskAction(name, tooltip, icon, IAction.AS_CHECK_BOX, task);
    }

    /** Makes the time cursor follow runs in progress, or not; {@link #update} shows which. */
    public static IAction follow(TimeCursor cursor) {
        IAction[] follow = new IAction[1];
        follow[0] = check("Follow the Run", "Follow the run: its latest event is selected while it goes on", "icons/follow.svg",
                () -> cursor.follow(follow[0].isChecked()));
        follow[0].setChecked(cursor.isFollowing());
        return follow[0];
    }

    /** Shows whether the cursor follows. */
    public static void update(IAction follow, TimeCursor cursor) {
        if (follow.isChecked() != cursor.isFollowing()) {
            follow.setChecked(cursor.isFollowing());
        }
    }

    private static final class TaskAction extends Action {

        private final Runnable task;

        TaskAction(String name, String tooltip, String icon, int style, Runnable task) {
            super(name, style);
            this.task = task;
            setToolTipText(tooltip);
            ResourceLocator.imageDescriptorFromBundle(BUNDLE, icon).ifPresent(this::setImageDescriptor);
        }

        @Override
        public void run() {
            task.run();
        }
    }
}
