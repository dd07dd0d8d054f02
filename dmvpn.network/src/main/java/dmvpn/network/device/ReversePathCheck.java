package dmvpn.network.device;

import dmvpn.network.origin.Origin;

/**
 * Unicast reverse path forwarding: the source address of an arriving packet is looked up (RFC 3704).
 *
 * @param mode how strict the check is
 * @param origin where it was written
 */
public record ReversePathCheck(Mode mode, Origin origin) {

    /** How strict the check is. */
    public enum Mode {
        /** The best route to the source must lead out of the interface that the packet arrived on (RFC 3704 section 2.2). */
        STRICT("strict"),
        /** Some route to the source must exist (RFC 3704 section 2.4). */
        LOOSE("loose");

        private final String keyword;

        Mode(String keyword) {
            this.keyword = keyword;
        }

        /** The name in models. */
        public String keyword() {
            return keyword;
        }
    }
}
