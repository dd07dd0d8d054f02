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
    /** Explanation of lines. */
    LEGEND
}
