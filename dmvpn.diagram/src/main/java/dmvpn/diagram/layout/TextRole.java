package dmvpn.diagram.layout;

/** What a text is, which decides how it looks. */
public enum TextRole {
    /** Name of the network. */
    TITLE,
    /** Name of a node. */
    NAME,
    /** A further line of a node. */
    DETAIL,
    /** Number of members of a family. */
    COUNT,
    /** What a mark on a node or line says. */
    MARK,
    /** Explanation of lines. */
    LEGEND
}
