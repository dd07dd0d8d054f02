package dmvpn.bench.simulation;

/** What a star routes by. */
public enum StarRouting {
    /** The hub announces one summary, and spokes are stubs: a constant number of messages for each spoke. */
    EIGRP("EIGRP", "eigrp 100 { summary 10.0.0.0/8 from hubs  stub spokes }", 'D', false),
    /** Each router has the advertisement of each other one, which the hub floods: their number is the square of the spokes. */
    OSPF("OSPF", "ospf 1 { network-type point-to-multipoint  hello 10s  dead 40s }", 'O', true),
    /** The hub reflects each spoke's route to each other one: their number is the square of the spokes. */
    BGP("BGP", "bgp 65000 { }", 'B', true);

    private final String protocol;
    private final String clause;
    private final char code;
    private final boolean spokesKnowEachOther;

    StarRouting(String protocol, String clause, char code, boolean spokesKnowEachOther) {
        this.protocol = protocol;
        this.clause = clause;
        this.code = code;
        this.spokesKnowEachOther = spokesKnowEachOther;
    }

    /** Name of the protocol in traces. */
    String protocol() {
        return protocol;
    }

    /** What the cloud says behind {@code routing}. */
    String clause() {
        return clause;
    }

    /** The letter of its routes in {@code show ip route}. */
    char code() {
        return code;
    }

    /** True when a spoke has a route for each other spoke. */
    boolean spokesKnowEachOther() {
        return spokesKnowEachOther;
    }
}
