package dmvpn.diagram.svg;

/** Colours of a picture. */
public enum Theme {
    /** Dark where the reader's screen is, for web pages. */
    AUTO,
    /** Dark on light. */
    LIGHT,
    /** Light on dark. */
    DARK
}
