package dmvpn.diagram.properties;

/** What a property is about, in the order in which people read them. */
public enum PropertyCategory {
    /** What the element is and where it is declared. */
    ELEMENT("Element"),
    /** What it is set to. */
    SETTINGS("Settings"),
    /** Its attachments to transports. */
    UPLINKS("Uplinks"),
    /** Its memberships of clouds. */
    CLOUDS("Clouds"),
    /** What is behind it. */
    LOCAL_NETWORKS("Local networks"),
    /** What rules found. */
    PROBLEMS("Problems");

    private final String label;

    PropertyCategory(String label) {
        this.label = label;
    }

    /** The category for people. */
    public String label() {
        return label;
    }
}
