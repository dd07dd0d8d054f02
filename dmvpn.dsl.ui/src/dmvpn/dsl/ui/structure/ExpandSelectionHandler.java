package dmvpn.dsl.ui.structure;

import dmvpn.dsl.ui.language.Answers;
import dmvpn.dsl.ui.language.LanguageSessions;
import dmvpn.dsl.ui.language.ModelEditor;
import dmvpn.dsl.ui.language.Positions;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Region;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;

/** {@code Expand Selection}: from a word over its clause and block to the element and the document. */
public final class ExpandSelectionHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        ModelEditor.active(event).ifPresent(editor -> {
            IRegion selected = selected(editor);
            Answers.show(LanguageSessions.current().documents().selectionRange(
                    new SelectionRangeParams(editor.identifier(), List.of(editor.position()))),
                    ranges -> expand(editor, selected, ranges));
        });
        return null;
    }

    static IRegion selected(ModelEditor editor) {
        return new Region(Math.max(0, editor.selection().getOffset()), Math.max(0, editor.selection().getLength()));
    }

    private static void expand(ModelEditor editor, IRegion before, List<SelectionRange> ranges) {
        if (ranges.isEmpty() || !before.equals(selected(editor))) {
            return; // another selection was made while the server thought
        }
        try {
            for (SelectionRange range = ranges.getFirst(); range != null; range = range.getParent()) {
                IRegion region = Positions.region(editor.document(), range.getRange());
                if (isLarger(region, before)) {
                    if (editor.editor().getAdapter(Control.class) instanceof StyledText widget) {
                        SelectionHistory.of(widget).grown(before, region);
                    }
                    editor.reveal(region.getOffset(), region.getLength());
                    return;
                }
            }
        } catch (BadLocationException changedMeanwhile) {
            return; // the text is another one by now: the person presses again
        }
    }

    private static boolean isLarger(IRegion region, IRegion than) {
        return region.getOffset() <= than.getOffset() && region.getLength() > than.getLength()
                && region.getOffset() + region.getLength() >= than.getOffset() + than.getLength();
    }
}
