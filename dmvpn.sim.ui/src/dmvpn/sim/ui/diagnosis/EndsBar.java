package dmvpn.sim.ui.diagnosis;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Between which two ends. */
final class EndsBar {

    private final Combo from;
    private final Combo to;
    private final Runnable chosen;
    private List<String> offered = List.of();

    /** @param chosen told when somebody has chosen another end */
    EndsBar(Composite parent, Runnable chosen) {
        this.chosen = chosen;
        Composite bar = new Composite(parent, SWT.NONE);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        bar.setLayout(new GridLayout(4, false));
        from = end(bar, "&From:");
        to = end(bar, "&To:");
    }

    private Combo end(Composite bar, String name) {
        Label label = new Label(bar, SWT.NONE);
        label.setText(name);
        Combo end = new Combo(bar, SWT.READ_ONLY);
        end.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        end.getAccessible().addAccessibleListener(AccessibleListener.getNameAdapter(event -> event.result = name.replaceAll("[&:]", "")));
        end.addListener(SWT.Selection, event -> chosen.run());
        return end;
    }

    void offer(List<String> names) {
        if (!offered.equals(names)) {
            offered = names;
            for (Combo end : List.of(from, to)) {
                String before = end.getText();
                end.setItems(names.toArray(String[]::new));
                end.setText(names.contains(before) ? before : "");
            }
        }
    }

    void swap() {
        int first = from.getSelectionIndex();
        from.select(to.getSelectionIndex());
        to.select(first);
        chosen.run();
    }

    String from() {
        return from.getText();
    }

    String to() {
        return to.getText();
    }

    void setFocus() {
        from.setFocus();
    }
}
