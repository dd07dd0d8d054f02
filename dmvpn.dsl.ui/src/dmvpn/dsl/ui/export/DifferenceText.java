package dmvpn.dsl.ui.export;

import dmvpn.app.export.PlannedFile;
import dmvpn.dsl.ui.export.Differences.Kind;
import dmvpn.dsl.ui.export.Differences.Line;
import dmvpn.dsl.ui.accessibility.AccessibleNames;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;

/** The differences of a configuration to the file that is there, lines marked by sign and colour. */
final class DifferenceText {

    private final StyledText text;

    DifferenceText(Composite parent) {
        text = new StyledText(parent, SWT.MULTI | SWT.READ_ONLY | SWT.BORDER | SWT.H_SCROLL | SWT.V_SCROLL);
        text.setFont(JFaceResources.getTextFont());
        AccessibleNames.set(text, "Differences");
    }

    void clear() {
        text.setText("");
    }

    void show(PlannedFile file) {
        List<Line> lines = new ArrayList<>();
        file.notes().forEach(note -> lines.add(new Line(Kind.LEFT_OUT, "To be seen to by hand: " + note)));
        switch (file.effect()) {
            case SAME -> lines.add(new Line(Kind.LEFT_OUT, "The file holds this configuration already"));
            case NEW -> file.text().lines().forEach(line -> lines.add(new Line(Kind.ADDED, line)));
            case CHANGED -> lines.addAll(Differences.between(file.before().orElse(""), file.text()));
        }
        text.setText(String.join("\n", lines.stream().map(Line::shown).toList()));
        for (int line = 0; line < lines.size(); line++) {
            colour(lines.get(line).kind(), text.getOffsetAtLine(line), lines.get(line).shown().length());
        }
    }

    private void colour(Kind kind, int start, int length) {
        int colour = switch (kind) {
            case ADDED -> SWT.COLOR_DARK_GREEN;
            case REMOVED -> SWT.COLOR_DARK_RED;
            case LEFT_OUT -> SWT.COLOR_DARK_GRAY;
            case SAME -> SWT.COLOR_LIST_FOREGROUND;
        };
        Color foreground = text.getDisplay().getSystemColor(colour);
        text.setStyleRange(new StyleRange(start, length, foreground, null));
    }
}
