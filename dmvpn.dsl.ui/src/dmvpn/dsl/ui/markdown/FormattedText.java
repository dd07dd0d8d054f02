package dmvpn.dsl.ui.markdown;

import dmvpn.dsl.ide.highlight.LexicalHighlighter;
import dmvpn.dsl.ui.colouring.SyntaxColours;
import dmvpn.dsl.ui.markdown.Formatted.Look;
import dmvpn.dsl.ui.markdown.Formatted.Span;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Cursor;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/** A read-only text for people whose links are followed by the mouse, or by Tab and Enter. */
public final class FormattedText {

    private static final int MARGIN = 4;

    private final StyledText widget;
    private final Consumer<String> links;
    private Formatted shown = new Formatted("", List.of());

    /**
     * Creates the control.
     *
     * @param style scroll bars, as an SWT style
     * @param links told where a followed link leads to
     */
    public FormattedText(Composite parent, int style, Consumer<String> links) {
        this.links = links;
        widget = new StyledText(parent, style | SWT.MULTI | SWT.READ_ONLY | SWT.WRAP);
        widget.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
        widget.setAlwaysShowScrollBars(false);
        widget.setCaret(null);
        widget.addListener(SWT.MouseUp, event -> linkAt(event).ifPresent(this::follow));
        widget.addListener(SWT.MouseMove, event -> showCursor(linkAt(event).isPresent()));
        widget.addListener(SWT.Traverse, this::traverse);
        widget.addListener(SWT.KeyDown, event -> {
            if (event.character == SWT.CR || event.character == SWT.LF || event.character == ' ') {
                shown.linkAt(widget.getSelectionRange().x).ifPresent(this::follow);
            }
        });
    }

    /** The widget. */
    public StyledText widget() {
        return widget;
    }

    /** Shows a text in Markdown. */
    public void show(String markdown) {
        shown = Markdown.read(markdown);
        widget.setText(shown.text());
        widget.setStyleRanges(styles());
    }

    private void follow(Span link) {
        links.accept(link.target());
    }

    private Optional<Span> linkAt(Event event) {
        int offset = widget.getOffsetAtPoint(new org.eclipse.swt.graphics.Point(event.x, event.y));
        return offset < 0 ? Optional.empty() : shown.linkAt(offset);
    }

    private void showCursor(boolean overLink) {
        Cursor cursor = overLink ? widget.getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null;
        if (widget.getCursor() != cursor) {
            widget.setCursor(cursor);
        }
    }

    /** Tab visits the links, and leaves the text behind the last one. */
    private void traverse(Event event) {
        boolean forward = event.detail == SWT.TRAVERSE_TAB_NEXT;
        if (!forward && event.detail != SWT.TRAVERSE_TAB_PREVIOUS) {
            return;
        }
        int from = widget.getSelectionRange().x;
        boolean onLink = widget.getSelectionRange().y > 0;
        Optional<Span> next = forward
                ? shown.links().stream().filter(link -> link.offset() > from || !onLink && link.offset() == from).findFirst()
                : shown.links().reversed().stream().filter(link -> link.offset() < from).findFirst();
        next.ifPresent(link -> {
            widget.setSelection(link.offset(), link.end());
            widget.showSelection();
            event.doit = false;
            event.detail = SWT.TRAVERSE_NONE;
        });
    }

    /** Looks may overlap, styles of a widget may not: between two borders all looks add up to one style. */
    private StyleRange[] styles() {
        TreeSet<Integer> borders = new TreeSet<>();
        for (Span span : shown.spans()) {
            borders.add(span.offset());
            borders.add(span.end());
        }
        List<StyleRange> styles = new java.util.ArrayList<>();
        Integer start = null;
        for (Integer end : borders) {
            if (start != null) {
                addStyles(start, end, styles);
            }
            start = end;
        }
        return styles.toArray(StyleRange[]::new);
    }

    private void addStyles(int start, int end, List<StyleRange> styles) {
        StyleRange style = new StyleRange(start, end - start, null, null);
        boolean model = false;
        for (Span span : shown.spans()) {
            if (span.offset() <= start && end <= span.end()) {
                model |= span.look() == Look.MODEL;
                addLook(span.look(), style);
            }
        }
        if (model) {
            addModel(start, end, styles);
        } else {
            styles.add(style);
        }
    }

    private void addLook(Look look, StyleRange style) {
        switch (look) {
            case BOLD -> style.fontStyle |= SWT.BOLD;
            case CODE, MODEL -> style.font = codeFont(style.fontStyle);
            case HEADING -> style.font = JFaceResources.getFontRegistry().getBold(JFaceResources.BANNER_FONT);
            case LINK -> {
                style.underline = true;
                style.foreground = JFaceColors.getHyperlinkText(widget.getDisplay());
            }
        }
    }

    private static Font codeFont(int style) {
        return (style & SWT.BOLD) == 0
                ? JFaceResources.getTextFont()
                : JFaceResources.getFontRegistry().getBold(JFaceResources.TEXT_FONT);
    }

    private void addModel(int start, int end, List<StyleRange> styles) {
        for (LexicalHighlighter.Token token : new LexicalHighlighter().tokens(shown.text().substring(start, end))) {
            TextAttribute attribute = SyntaxColours.of(token.kind());
            StyleRange style = new StyleRange(start + token.offset(), token.length(),
                    attribute == null ? null : attribute.getForeground(), null);
            style.font = codeFont(attribute == null ? SWT.NORMAL : attribute.getStyle());
            styles.add(style);
        }
    }
}
