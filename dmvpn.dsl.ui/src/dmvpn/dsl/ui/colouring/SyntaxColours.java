package dmvpn.dsl.ui.colouring;

import dmvpn.dsl.ide.highlight.LexicalHighlighter.Kind;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.swt.SWT;
import org.eclipse.ui.PlatformUI;

/** Colours of the editor, taken from the theme so that light and dark both read well. */
public enum SyntaxColours {

    /** Words of the language. */
    KEYWORD("keyword", SWT.BOLD),
    /** Comments. */
    COMMENT("comment", SWT.NORMAL),
    /** Texts in quotes. */
    STRING("string", SWT.NORMAL),
    /** Addresses, prefixes, times and numbers. */
    VALUE("value", SWT.NORMAL),
    /** Vendor lines. */
    RAW("raw", SWT.ITALIC),
    /** Words that a setting can be. */
    CHOICE("choice", SWT.NORMAL),
    /** Routers, families of them, hosts. */
    ROUTER("router", SWT.NORMAL),
    /** Networks and clouds. */
    NETWORK("network", SWT.NORMAL),
    /** Transports. */
    TRANSPORT("transport", SWT.NORMAL),
    /** Crypto suites and fragments. */
    SETTINGS("settings", SWT.NORMAL),
    /** Scenarios, policies, and what scenarios do under a name. */
    SCENARIO("scenario", SWT.NORMAL),
    /** Numbers of a family's members. */
    MEMBER("member", SWT.NORMAL);

    private static final String PREFIX = "dmvpn.dsl.ui.colour.";

    private final String themeColour;
    private final int style;

    SyntaxColours(String themeColour, int style) {
        this.themeColour = PREFIX + themeColour;
        this.style = style;
    }

    /** The attribute of a kind of token in the current theme; null for plain text. */
    public static TextAttribute of(Kind kind) {
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

    TextAttribute attribute() {
        return attribute(style);
    }

    /** The attribute for the place where a name is declared. */
    TextAttribute declaration() {
        return attribute(style | SWT.BOLD);
    }

    private TextAttribute attribute(int fontStyle) {
        ColorRegistry colours = PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry();
        return new TextAttribute(colours.get(themeColour), null, fontStyle);
    }
}
