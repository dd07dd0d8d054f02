package dmvpn.ui.tests.driver;

import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.jface.bindings.keys.ParseException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.keys.IBindingService;
import org.eclipse.ui.texteditor.ITextEditor;

/**
 * Types as a person does; key bindings of the workbench are filters in front of the control with the focus. To be called on the
 * UI thread.
 */
public final class Keys {

    private Keys() {
    }

    /** Presses and releases keys, named as in {@code CTRL+SHIFT+G}, in a control. */
    public static void press(Control control, String keys) throws ParseException {
        KeyStroke stroke = KeyStroke.getInstance(keys);
        int natural = stroke.getNaturalKey();
        int code = (natural & SWT.KEYCODE_BIT) == 0 ? Character.toLowerCase(natural) : natural;
        press(control, character(natural, stroke.getModifierKeys()), code, stroke.getModifierKeys());
    }

    /** Ctrl turns a letter into a control character. */
    private static char character(int key, int modifiers) {
        if ((key & SWT.KEYCODE_BIT) != 0) {
            return 0;
        }
        return (modifiers & SWT.CTRL) != 0 && Character.isLetter(key) ? (char) (Character.toUpperCase(key) - '@') : (char) key;
    }

    /** Types characters at the caret, one after the other. */
    public static void type(ITextEditor editor, String characters) {
        for (char character : characters.toCharArray()) {
            press(Workbench.text(editor), character == '\n' ? SWT.CR : character, character == '\n' ? SWT.CR : 0, SWT.NONE);
        }
    }

    /** Presses a key in an editor's text. */
    public static void press(StyledText text, char character, int keyCode, int stateMask) {
        press((Control) text, character, keyCode, stateMask);
    }

    private static void press(Control control, char character, int keyCode, int stateMask) {
        send(control, SWT.KeyDown, character, keyCode, stateMask);
        if (!control.isDisposed()) {
            send(control, SWT.KeyUp, character, keyCode, stateMask);
        }
    }

    private static void send(Control control, int type, char character, int keyCode, int stateMask) {
        Event key = new Event();
        key.character = character;
        key.keyCode = keyCode == 0 ? character : keyCode;
        key.stateMask = stateMask;
        key.doit = true;
        control.notifyListeners(type, key);
    }

    /** The keys that start a command where the keyboard is now, for people; null when there are none. */
    public static String of(String command) {
        return PlatformUI.getWorkbench().getService(IBindingService.class).getBestActiveBindingFormattedFor(command);
    }
}
