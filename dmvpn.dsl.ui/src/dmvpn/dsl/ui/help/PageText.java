package dmvpn.dsl.ui.help;

import dmvpn.app.help.StyledPage;
import dmvpn.app.help.StyledPage.Span;
import dmvpn.app.help.StyledPage.Style;
import dmvpn.dsl.ui.accessibility.AccessibleNames;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/** Shows a page. A click on a link follows it; so does Enter on the link that Tab went to. */
final class PageText {

    private static final int MARGIN = 8;

    private final StyledText widget;
    private StyledPage page = new StyledPage("", List.of());

    PageText(Composite parent, Consumer<String> onLink) {
        this(parent, SWT.NONE, onLink);
    }

    PageText(Composite parent, int style, Consumer<String> onLink) {
        widget = new StyledText(parent, style | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.MULTI);
        widget.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
        AccessibleNames.set(widget, "Page of the documentation");
        widget.addListener(SWT.MouseUp, event -> linkAt(event).ifPresent(link -> onLink.accept(link.target())));
        widget.addListener(SWT.MouseMove, event -> widget.setCursor(
                linkAt(event).isPresent() ? widget.getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null));
        widget.addListener(SWT.Traverse, event -> {
            boolean moves = event.detail == SWT.TRAVERSE_TAB_NEXT && select(true)
                    || event.detail == SWT.TRAVERSE_TAB_PREVIOUS && select(false);
            event.doit = !moves; // behind the last link Tab leaves the page
            if (moves) {
                event.detail = SWT.TRAVERSE_NONE;
            }
        });
        widget.addVerifyKeyListener(event -> {
            if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
                page.linkAt(widget.getSelection().x).ifPresent(link -> onLink.accept(link.target()));
                event.doit = false;
            }
        });
    }

    StyledText widget() {
        return widget;
    }

    private Optional<Span> linkAt(Event event) {
        int offset = widget.getOffsetAtPoint(new Point(event.x, event.y));
        return offset < 0 || widget.getSelectionCount() > 0 ? Optional.empty() : page.linkAt(offset);
    }

    /** Selects the next link, or the one before; false when there is none. */
    private boolean select(boolean next) {
        int here = next ? widget.getSelection().y : widget.getSelection().x;
        List<Span> links = page.spans().stream().filter(span -> span.style() == Style.LINK)
                .filter(span -> next ? span.offset() >= here && span.offset() != widget.getSelection().x
                        : span.offset() + span.length() <= here).toList();
        if (links.isEmpty()) {
            return false;
        }
        Span link = next ? links.getFirst() : links.getLast();
        widget.setSelection(link.offset(), link.offset() + link.length());
        widget.showSelection();
        return true;
    }

    /**
     * Shows a page.
     *
     * @param anchor name of the heading to begin at; empty for the top
     */
    void show(StyledPage newPage, String anchor) {
        page = newPage;
        widget.setText(page.text());
        widget.setStyleRanges(page.spans().stream().filter(span -> span.length() > 0).map(this::range).toArray(StyleRange[]::new));
        int start = page.heading(anchor).map(Span::offset).orElse(0);
        widget.setSelection(start);
        if (start == 0) {
            widget.setTopPixel(0);
        } else {
            widget.setTopIndex(widget.getLineAtOffset(start));
        }
    }

    private StyleRange range(Span span) {
        StyleRange range = new StyleRange();
        range.start = span.offset();
        range.length = span.length();
        switch (span.style()) {
            case TITLE -> range.font = JFaceResources.getHeaderFont();
            case HEADING -> range.font = JFaceResources.getBannerFont();
            case BOLD -> range.fontStyle = SWT.BOLD;
            case ITALIC -> range.fontStyle = SWT.ITALIC;
            case CODE -> range.font = JFaceResources.getTextFont();
            case LINK -> {
                range.underline = true;
                range.foreground = JFaceColors.getHyperlinkText(widget.getDisplay());
            }
        }
        return range;
    }
}
