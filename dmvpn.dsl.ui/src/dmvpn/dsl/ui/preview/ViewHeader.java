package dmvpn.dsl.ui.preview;

import dmvpn.app.preview.Preview;
import dmvpn.dsl.ui.accessibility.AccessibleNames;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

/** Above the configuration: which router, which format, and how it stands with the text. */
final class ViewHeader {

    private final Combo routers;
    private final Combo formats;
    private final CLabel state;

    /**
     * @param formatNames keywords of the formats
     * @param format the one that is chosen at first; the first one when there is no such
     * @param onChoice told when the person chooses
     */
    ViewHeader(Composite parent, List<String> formatNames, String format, Runnable onChoice) {
        Composite row = new Composite(parent, SWT.NONE);
        row.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        GridLayout layout = new GridLayout(4, false);
        layout.marginHeight = 0;
        layout.marginWidth = 0;
        row.setLayout(layout);
        routers = combo(row, "&Router:", "Router whose configuration is shown");
        routers.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        formats = combo(row, "F&ormat:", "Format of the configuration");
        formats.setItems(formatNames.toArray(String[]::new));
        formats.select(Math.max(0, formatNames.indexOf(format)));
        state = new CLabel(parent, SWT.NONE);
        state.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        routers.addListener(SWT.Selection, event -> onChoice.run());
        formats.addListener(SWT.Selection, event -> onChoice.run());
    }

    private static Combo combo(Composite row, String label, String name) {
        new Label(row, SWT.NONE).setText(label);
        Combo combo = new Combo(row, SWT.READ_ONLY | SWT.DROP_DOWN);
        combo.setToolTipText(name);
        AccessibleNames.set(combo, name);
        return combo;
    }

    String format() {
        return formats.getText();
    }

    /** The router that is shown or chosen; empty when there is none. */
    Optional<String> router() {
        return Optional.of(routers.getText()).filter(name -> !name.isEmpty());
    }

    /** The configuration that is shown is that of the text. */
    void show(Preview.Written written, String summary) {
        String[] names = written.routers().toArray(String[]::new);
        if (!List.of(routers.getItems()).equals(written.routers())) {
            routers.setItems(names);
        }
        if (!routers.getText().equals(written.router())) {
            routers.select(written.routers().indexOf(written.router()));
        }
        String byHand = switch (written.notes().size()) {
            case 0 -> "";
            case 1 -> "; 1 thing to be seen to by hand";
            default -> "; " + written.notes().size() + " things to be seen to by hand";
        };
        state.setImage(null);
        state.setText(written.fileName() + ": " + summary + byHand);
        state.setToolTipText(state.getText() + (byHand.isEmpty() ? "" : "\n" + String.join("\n", written.notes())));
    }

    /** The configuration that is shown is an earlier one. */
    void old(String reason) {
        warn("Old: " + reason);
    }

    /** No configuration is shown. */
    void empty(String reason) {
        routers.removeAll();
        warn(reason);
    }

    private void warn(String text) {
        state.setImage(PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJS_WARN_TSK));
        state.setText(text);
        state.setToolTipText(text);
    }
}
