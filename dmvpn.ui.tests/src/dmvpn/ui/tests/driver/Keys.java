package dmvpn.ui.tests.driver;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.jface.bindings.keys.ParseException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
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

    /**
     * Presses and releases keys wherever the keyboard is, by way of the window system: also a browser gets them, which hears
     * nothing of what SWT is told. Not on the UI thread.
     */
    public static void post(String keys) {
        Ui.run(() -> {
            KeyStroke stroke = KeyStroke.getInstance(keys);
            List<Event> modifiers = new ArrayList<>();
            for (int modifier : new int[] {SWT.CTRL, SWT.ALT, SWT.SHIFT}) {
                if ((stroke.getModifierKeys() & modifier) != 0) {
                    Event event = new Event();
                    event.keyCode = modifier;
                    modifiers.add(event);
                }
            }
            Event key = new Event();
            boolean hasCharacter = (stroke.getNaturalKey() & SWT.KEYCODE_BIT) == 0 && !Character.isISOControl(stroke.getNaturalKey());
            if (!hasCharacter) {
                key.keyCode = stroke.getNaturalKey();
            } else {
                key.character = (char) Character.toLowerCase(stroke.getNaturalKey());
            }
            modifiers.forEach(each -> post(each, SWT.KeyDown));
            post(key, SWT.KeyDown);
            post(key, SWT.KeyUp);
            modifiers.reversed().forEach(each -> post(each, SWT.KeyUp));
        });
    }

    private static void post(Event event, int type) {
        event.type = type;
        if (!Display.getCurrent().post(event)) {
            throw new IllegalStateException("The window system takes no keys");
        }
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
