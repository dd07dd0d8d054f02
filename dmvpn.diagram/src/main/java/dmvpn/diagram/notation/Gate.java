package dmvpn.diagram.notation;

/**
 * What stands between a router and its transport.
 *
 * @param kind what it is
 * @param description what it does, for people
 */
public record Gate(Kind kind, String description) {

    /** The kinds of gates. */
    public enum Kind {
        /** One address for another. */
        NAT(NotationElement.NAT, "NAT"),
        /** One address for several. */
        PAT(NotationElement.PAT, "PAT"),
        /** Drops some packets. */
        FIREWALL(NotationElement.FIREWALL, "FW");

        private final NotationElement element;
        private final String label;

        Kind(NotationElement element, String label) {
            this.element = element;
            this.label = label;
        }

        /** What it is in the notation. */
        public NotationElement element() {
            return element;
        }

        /** What its mark says. */
        public String label() {
            return label;
        }
    }
}
