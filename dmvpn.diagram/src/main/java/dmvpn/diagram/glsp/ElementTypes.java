package dmvpn.diagram.glsp;

import java.util.List;

/** The types of elements in the drawing, as client and server name them. */
final class ElementTypes {

    /** The diagram itself. */
    static final String SHEET = "graph";
    static final String TRANSPORT = "node:transport";
    static final String CLOUD = "node:cloud";
    static final String HUB = "node:hub";
    static final String SPOKE = "node:spoke";
    static final String FAMILY = "node:family";
    static final String ROUTER = "node:router";
    /** Drawn as a mark of its router. */
    static final String HOST = "node:host";
    static final String NAME = "label:editable";
    static final String ATTACHMENT = "edge:wan";
    static final String TUNNEL = "edge:tunnel";
    static final String LINK = "edge:link";
    static final String RELATION = "edge:relation";
    /** Drawn by nobody: the line that makes a router a member of a cloud becomes tunnels. */
    static final String JOIN = "edge:join";

    /** Everything that is a router. */
    static final List<String> ROUTERS = List.of(HUB, SPOKE, FAMILY, ROUTER);

    private static final char PART = '/';
    private static final String NAME_PART = "name";

    private ElementTypes() {
    }

    /** Identifier of the label with the name of a node. */
    static String nameOf(String node) {
        return labelOf(node, NAME_PART);
    }

    /** Identifier of a label on a node. */
    static String labelOf(String node, String part) {
        return node + PART + part;
    }

    /** Identifier of the node that a label stands on; no name has the separator in it. */
    static String nodeOf(String label) {
        int part = label.lastIndexOf(PART);
        return part < 0 ? label : label.substring(0, part);
    }
}
