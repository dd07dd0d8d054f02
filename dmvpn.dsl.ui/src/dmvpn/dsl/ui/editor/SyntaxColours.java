package dmvpn.dsl.ui.editor;

import dmvpn.dsl.ide.highlight.LexicalHighlighter.Kind;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.swt.SWT;
import org.eclipse.ui.PlatformUI;

/** Colours of the editor, taken from the theme so that light and dark both read well. */
enum SyntaxColours {

    KEYWORD("dmvpn.dsl.ui.colour.keyword", SWT.BOLD),
    COMMENT("dmvpn.dsl.ui.colour.comment", SWT.NORMAL),
    STRING("dmvpn.dsl.ui.colour.string", SWT.NORMAL),
    VALUE("dmvpn.dsl.ui.colour.value", SWT.NORMAL),
    RAW("dmvpn.dsl.ui.colour.raw", SWT.ITALIC);

    private final String themeColour;
    private final int style;

    SyntaxColours(String themeColour, int style) {
        this.themeColour = themeColour;
        this.style = style;
    }

    /** The attribute of a kind of token in the current theme; null for plain text. */
    static TextAttribute of(Kind kind) {
        return switch (kind) {
            case KEYWORD -> KEYWORD.attribute();
            case COMMENT -> COMMENT.attribute();
            case STRING -> STRING.attribute();
            case VALUE -> VALUE.attribute();
            case RAW -> RAW.attribute();
            case PLAIN -> null;
        };
    }

    /** True when a theme's colour is one of these. */
    static boolean isOne(String themeColour) {
        for (SyntaxColours colour : values()) {
            if (colour.themeColour.equals(themeColour)) {
                return true;
            }
        }
        return false;
    }

    private TextAttribute attribute() {
        ColorRegistry colours = PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry();
        return new TextAttribute(colours.get(themeColour), null, style);
    }
}
