package dmvpn.dsl.ui.completion;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.link.LinkedModeModel;
import org.eclipse.jface.text.link.LinkedModeUI;
import org.eclipse.jface.text.link.LinkedPosition;
import org.eclipse.jface.text.link.LinkedPositionGroup;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.texteditor.link.EditorLinkedModeUI;

/** Lets people walk through the tab stops of an inserted template: Tab goes on, Shift+Tab back, Enter ends it. */
final class TabStops {

    private TabStops() {
    }

    /**
     * Begins the walk.
     *
     * @param offset where the template was inserted
     * @return what is selected first
     */
    static Point walk(ITextViewer viewer, Template template, int offset) throws BadLocationException {
        IDocument document = viewer.getDocument();
        LinkedModeModel model = new LinkedModeModel();
        int order = 0;
        for (Template.Stop stop : template.stops()) {
            LinkedPositionGroup group = new LinkedPositionGroup();
            boolean first = true;
            for (Template.Place place : stop.places()) {
                // Only the first place of a number is visited; the others follow what is typed there.
                group.addPosition(new LinkedPosition(document, offset + place.offset(), place.length(),
                        first ? order++ : LinkedPositionGroup.NO_STOP));
                first = false;
            }
            model.addGroup(group);
        }
        model.forceInstall();
        LinkedModeUI walk = new EditorLinkedModeUI(model, viewer);
        walk.setExitPosition(viewer, offset + template.end(), 0, Integer.MAX_VALUE);
        walk.setCyclingMode(LinkedModeUI.CYCLE_WHEN_NO_PARENT);
        walk.enter();
        return new Point(walk.getSelectedRegion().getOffset(), walk.getSelectedRegion().getLength());
    }
}
