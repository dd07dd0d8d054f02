package dmvpn.sim.ui.sequence;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/** Keys that mean something in a chart. */
enum ChartKey {
    /** To the event in the row above. */
    UP,
    /** To the event in the row below. */
    DOWN,
    /** A page of rows up. */
    PAGE_UP,
    /** A page of rows down. */
    PAGE_DOWN,
    /** To the first row. */
    FIRST,
    /** To the last row. */
    LAST,
    /** To what caused the event. */
    CAUSE,
    /** To the first event that it caused. */
    CONSEQUENCE,
    /** To the event before on the same lifeline. */
    UP_LIFELINE,
    /** To the next event on the same lifeline. */
    DOWN_LIFELINE,
    /** The lifeline of the event goes one place to the left. */
    MOVE_LEFT,
    /** The lifeline of the event goes one place to the right. */
    MOVE_RIGHT,
    /** The site of the event gets one lifeline, or one for each router again. */
    TOGGLE_SITE,
    /** Shows the line of the model. */
    OPEN,
    /** Larger. */
    ZOOM_IN,
    /** Smaller. */
    ZOOM_OUT,
    /** As at first. */
    ZOOM_RESET;

    static Optional<ChartKey> of(Event event) {
        boolean control = (event.stateMask & SWT.MOD1) != 0;
        boolean shift = (event.stateMask & SWT.MOD2) != 0;
        if ((event.stateMask & SWT.ALT) != 0) {
            return Optional.empty();
        }
        return Optional.ofNullable(switch (event.keyCode) {
            case SWT.ARROW_UP -> control ? UP_LIFELINE : UP;
            case SWT.ARROW_DOWN -> control ? DOWN_LIFELINE : DOWN;
            case SWT.ARROW_LEFT -> shift ? MOVE_LEFT : CAUSE;
            case SWT.ARROW_RIGHT -> shift ? MOVE_RIGHT : CONSEQUENCE;
            case SWT.PAGE_UP -> PAGE_UP;
            case SWT.PAGE_DOWN -> PAGE_DOWN;
            case SWT.HOME -> FIRST;
            case SWT.END -> LAST;
            case SWT.CR, SWT.KEYPAD_CR -> OPEN;
            case ' ' -> TOGGLE_SITE;
            case '+', '=', SWT.KEYPAD_ADD -> control ? ZOOM_IN : null;
            case '-', SWT.KEYPAD_SUBTRACT -> control ? ZOOM_OUT : null;
            case '0', SWT.KEYPAD_0 -> control ? ZOOM_RESET : null;
            default -> null;
        });
    }
}
