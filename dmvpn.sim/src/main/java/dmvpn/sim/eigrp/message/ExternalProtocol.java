package dmvpn.sim.eigrp.message;

import dmvpn.network.routing.RouteSource;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a route was before it came into EIGRP (RFC 7868 section 6.8.3, External Protocol ID). */
public enum ExternalProtocol {
    /** Another process of EIGRP. */
    EIGRP(2, RouteSource.EIGRP),
    /** Static routes. */
    STATIC(3, RouteSource.STATIC),
    /** RIP. */
    RIP(4, RouteSource.RIP),
    /** OSPF. */
    OSPF(6, RouteSource.OSPF),
    /** BGP. */
    BGP(9, RouteSource.BGP),
    /** Networks of interfaces. */
    CONNECTED(11, RouteSource.CONNECTED),
    /** On-demand routing has no number of its own: that of the IGRP of old, which nobody else has any more. */
    OTHER(1, RouteSource.ODR);

    private final int number;
    private final RouteSource source;

    ExternalProtocol(int number, RouteSource source) {
        this.number = number;
        this.source = source;
    }

    /** Number on the wire, 0 to 255. */
    public int number() {
        return number;
    }

    /** What redistribution calls it. */
    public RouteSource source() {
        return source;
    }

    /** The protocol that redistribution calls so. */
    public static ExternalProtocol of(RouteSource source) {
        return Stream.of(values()).filter(protocol -> protocol.source == source).findFirst().orElseThrow();
    }

    /** The protocol of a number on the wire; empty for one that routers of a run do not redistribute from. */
    public static Optional<ExternalProtocol> ofNumber(int number) {
        return Stream.of(values()).filter(protocol -> protocol.number == number).findFirst();
    }
}
