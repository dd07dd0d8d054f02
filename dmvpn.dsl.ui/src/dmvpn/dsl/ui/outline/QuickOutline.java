package dmvpn.dsl.ui.outline;

import dmvpn.dsl.ui.accessibility.AccessibleNames;
import dmvpn.dsl.ui.language.ModelEditor;
import dmvpn.dsl.ui.language.Positions;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.dialogs.PopupDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

/** A popup with the elements of a model. Enter goes to one, Esc closes, Ctrl+O shows and hides the clauses. */
final class QuickOutline extends PopupDialog {

    private static final Point SIZE = new Point(420, 380);

    private final ModelEditor editor;
    private final List<OutlineNode> nodes;
    private final QuickOutlineFilter filter = new QuickOutlineFilter();
    private Text field;
    private TreeViewer viewer;

    QuickOutline(ModelEditor editor, List<OutlineNode> nodes) {
        super(editor.editor().getSite().getShell(), SWT.RESIZE, true, false, false, false, false, "",
                "Enter: go there   Ctrl+O: show or hide the settings   Esc: close");
        this.editor = editor;
        this.nodes = nodes;
    }

    @Override
    protected Control createTitleControl(Composite parent) {
        field = new Text(parent, SWT.SINGLE);
        field.setMessage("Name; * is any text, CO finds CentralOffice");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(field);
        AccessibleNames.set(field, "Filter of the quick outline");
        field.addModifyListener(event -> filter());
        field.addKeyListener(KeyListener.keyPressedAdapter(this::pressed));
        return field;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        viewer = new TreeViewer(parent, SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(viewer.getControl());
        AccessibleNames.set(viewer.getControl(), "Elements of " + editor.editor().getTitle());
        viewer.setContentProvider(new OutlineContent());
        viewer.setLabelProvider(new OutlineLabels(new SymbolImages(viewer.getControl())));
        viewer.setExpandPreCheckFilters(true);
        viewer.addFilter(filter);
        viewer.setInput(nodes);
        viewer.addDoubleClickListener(event -> goThere());
        viewer.getControl().addKeyListener(KeyListener.keyPressedAdapter(this::pressed));
        OutlineNode.at(nodes, editor.position()).ifPresent(node -> viewer.setSelection(new StructuredSelection(node), true));
        return viewer.getControl();
    }

    @Override
    protected Control getFocusControl() {
        return field;
    }

    @Override
    protected Point getInitialSize() {
        return SIZE;
    }

    @Override
    protected Point getInitialLocation(Point size) {
        Control text = editor.editor().getAdapter(Control.class);
        Rectangle area = text.getBounds();
        Point corner = text.getParent().toDisplay(area.x, area.y);
        return new Point(corner.x + Math.max(0, (area.width - size.x) / 2), corner.y + Math.max(0, (area.height - size.y) / 2));
    }

    private void pressed(KeyEvent event) {
        switch (event.keyCode) {
            case SWT.CR, SWT.KEYPAD_CR -> goThere();
            case SWT.ESC -> close();
            case SWT.ARROW_DOWN -> {
                if (event.widget == field) {
                    viewer.getControl().setFocus();
                }
            }
            case 'o' -> {
                if ((event.stateMask & SWT.MOD1) != 0) {
                    event.doit = false;
                    toggleSettings();
                }
            }
            default -> { }
        }
    }

    private void toggleSettings() {
        filter.showSettings(!filter.showsSettings());
        filter();
    }

    private void filter() {
        filter.setPattern(field.getText());
        viewer.getControl().setRedraw(false);
        try {
            viewer.refresh();
            if (!field.getText().isBlank()) {
                viewer.expandAll();
                firstMatch(nodes).ifPresent(node -> viewer.setSelection(new StructuredSelection(node), true));
            }
        } finally {
            viewer.getControl().setRedraw(true);
        }
    }

    private Optional<OutlineNode> firstMatch(List<OutlineNode> among) {
        for (OutlineNode node : among) {
            boolean shown = filter.showsSettings() || !node.isSetting();
            Optional<OutlineNode> match = shown && filter.matches(node) ? Optional.of(node) : firstMatch(node.children());
            if (match.isPresent() && shown) {
                return match;
            }
        }
        return Optional.empty();
    }

    private void goThere() {
        Object selected = viewer.getStructuredSelection().getFirstElement();
        close();
        try {
            if (selected instanceof OutlineNode node) {
                IRegion name = Positions.region(editor.document(), node.symbol().getSelectionRange());
                editor.editor().getSite().getPage().getNavigationHistory().markLocation(editor.editor());
                editor.reveal(name.getOffset(), name.getLength());
                editor.editor().setFocus();
            }
        } catch (BadLocationException changedMeanwhile) {
            return; // the text is another one by now
        }
    }
}
