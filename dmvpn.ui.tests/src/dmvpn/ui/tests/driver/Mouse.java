package dmvpn.ui.tests.driver;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;

/** The mouse over a text. To be called on the UI thread. */
public final class Mouse {

    private static final int INTO_THE_CHARACTER = 2;

    private Mouse() {
    }

    /** Moves to a character while Ctrl is held, and clicks there. */
    public static void clickWithControl(StyledText text, int offset) {
        Point place = text.getLocationAtOffset(offset);
        place.x += INTO_THE_CHARACTER;
        place.y += text.getLineHeight(offset) / 2;
        text.getDisplay().setCursorLocation(text.toDisplay(place)); // the platform looks where the pointer is
        Event control = new Event();
        control.keyCode = SWT.CTRL;
        text.notifyListeners(SWT.KeyDown, control);
        send(text, SWT.MouseMove, place, 0);
        send(text, SWT.MouseDown, place, 1);
        send(text, SWT.MouseUp, place, 1);
    }

    private static void send(StyledText text, int type, Point place, int button) {
        Event event = new Event();
        event.x = place.x;
        event.y = place.y;
        event.button = button;
        event.count = button;
        event.stateMask = SWT.CTRL | (type == SWT.MouseUp ? SWT.BUTTON1 : 0);
        text.notifyListeners(type, event);
    }
}
