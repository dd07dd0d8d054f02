package dmvpn.sim.ui.table;

import dmvpn.app.debug.table.Change;
import dmvpn.app.debug.table.ComparedLine;
import dmvpn.sim.ui.view.ViewColours;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;

/** What a show command prints. */
final class CommandText {

    private final StyledText text;

    CommandText(Composite parent) {
        text = new StyledText(parent, SWT.READ_ONLY | SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL);
        text.setFont(JFaceResources.getTextFont());
        text.getAccessible().addAccessibleListener(AccessibleListener.getNameAdapter(event -> event.result = "What the command prints"));
    }

    /** @param onlyChanges whether lines that are as they were are left out */
    void show(List<ComparedLine> lines, boolean onlyChanges) {
        List<ComparedLine> shown = lines.stream().filter(line -> !onlyChanges || line.change() != Change.NONE).toList();
        int top = text.getTopIndex();
        text.setText(shown.stream().map(line -> mark(line.change()) + line.text()).collect(Collectors.joining("\n")));
        text.setTopIndex(top);
        List<StyleRange> ranges = new ArrayList<>();
        for (int line = 0; line < shown.size(); line++) {
            Change change = shown.get(line).change();
            text.setLineBackground(line, 1, ViewColours.of(change));
            if (change == Change.REMOVED) {
                StyleRange gone = new StyleRange();
                gone.start = text.getOffsetAtLine(line) + mark(change).length();
                gone.length = shown.get(line).text().length();
                gone.strikeout = true;
                ranges.add(gone);
            }
        }
        text.setStyleRanges(ranges.toArray(StyleRange[]::new));
    }

    /** Colours alone would not tell everybody. */
    private static String mark(Change change) {
        return switch (change) {
            case NONE -> "  ";
            case ADDED -> "+ ";
            case CHANGED -> "~ ";
            case REMOVED -> "- ";
        };
    }

    void copy() {
        text.copy();
    }

    StyledText control() {
        return text;
    }
}
