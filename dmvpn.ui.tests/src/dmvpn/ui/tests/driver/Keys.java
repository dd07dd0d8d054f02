package dmvpn.ui.tests.driver;

import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.jface.bindings.keys.ParseException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

/** Presses keys as the workbench sees them: its key bindings are filters in front of the control with the focus. */
public final class Keys {

    private Keys() {
    }

    /** Presses and releases keys, named as in {@code CTRL+SHIFT+G}, in a control. To be called on the UI thread. */
    public static void press(Control control, String keys) throws ParseException {
        KeyStroke stroke = KeyStroke.getInstance(keys);
        int natural = stroke.getNaturalKey();
        send(control, SWT.KeyDown, natural, stroke.getModifierKeys());
        if (!control.isDisposed()) {
            send(control, SWT.KeyUp, natural, stroke.getModifierKeys());
        }
    }

    private static void send(Control control, int type, int key, int modifiers) {
        Event event = new Event();
        event.keyCode = (key & SWT.KEYCODE_BIT) == 0 ? Character.toLowerCase(key) : key;
        event.character = character(key, modifiers);
        event.stateMask = modifiers;
        event.doit = true;
        control.notifyListeners(type, event);
    }

    /** Ctrl turns a letter into a control character. */
    private static char character(int key, int modifiers) {
        if ((key & SWT.KEYCODE_BIT) != 0) {
            return 0;
        }
        return (modifiers & SWT.CTRL) != 0 && Character.isLetter(key) ? (char) (Character.toUpperCase(key) - '@') : (char) key;
    }
}
