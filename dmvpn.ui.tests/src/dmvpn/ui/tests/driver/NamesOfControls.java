package dmvpn.ui.tests.driver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;

/** What somebody hears who does not see the window. To be called on the UI thread. */
public final class NamesOfControls {

    private NamesOfControls() {
    }

    /** The visible controls in another that a person reads or changes, and that have no name. */
    public static List<String> nameless(Composite area) throws ReflectiveOperationException {
        List<String> nameless = new ArrayList<>();
        for (Control control : Ui.controls(area, Control.class)) {
            if (isReadAloud(control) && control.isVisible() && nameOf(control).isBlank()) {
                nameless.add(control + " in " + control.getParent());
            }
        }
        return nameless;
    }

    private static boolean isReadAloud(Control control) {
        return control instanceof Combo || control instanceof Text || control instanceof StyledText || control instanceof Table
                || control instanceof Tree || control instanceof Button || control instanceof Link || control instanceof Spinner;
    }

    private static String nameOf(Control control) throws ReflectiveOperationException {
        String own = switch (control) {
            case Button button -> button.getText();
            case Link link -> link.getText();
            default -> "";
        };
        return own.isBlank() ? told(control) : own;
    }

    /** SWT tells names to the system's screen reader and nobody else; a label in front of a control is its name. */
    private static String told(Control control) throws ReflectiveOperationException {
        var listeners = Accessible.class.getDeclaredField("accessibleListeners");
        listeners.setAccessible(true);
        AccessibleEvent event = new AccessibleEvent(control.getAccessible());
        if (listeners.get(control.getAccessible()) instanceof List<?> named) {
            named.forEach(listener -> ((AccessibleListener) listener).getName(event));
        }
        return event.result == null || event.result.isBlank() ? labelBefore(control) : event.result;
    }

    private static String labelBefore(Control control) {
        List<Control> siblings = Arrays.asList(control.getParent().getChildren());
        int place = siblings.indexOf(control);
        return place <= 0 ? "" : switch (siblings.get(place - 1)) {
            case Label label -> label.getText();
            case CLabel label -> String.valueOf(label.getText());
            default -> "";
        };
    }
}
