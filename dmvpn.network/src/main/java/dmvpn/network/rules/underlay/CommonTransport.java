package dmvpn.network.rules.underlay;

import dmvpn.network.device.NetworkInterface;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Registration;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.underlay.Transport;
import java.util.Optional;
import java.util.function.Consumer;

/** A tunnel's source must be attached to a transport that its server is attached to. */
public final class CommonTransport implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-UL-14",
            Severity.ERROR,
            "A client and its server share a transport",
            "Transports are not connected with each other unless one says that it reaches the other. When the server has no uplink to the transport that the client's "
                    + "tunnel sends into, no packet of either reaches the other and the client never registers. Send the tunnel "
                    + "over a transport of the server, or give the server an uplink to the client's.",
            "RFC 2332 section 1 (stations of one NBMA network reach each other, stations of two do not)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(RouterView router, Consumer<Finding> findings) {
        for (Registration registration : router.registrations()) {
            Optional<String> transport = registration.client().source().flatMap(NetworkInterface::transport);
            if (transport.isPresent() && !areConnected(registration, router)) {
                findings.accept(new Finding(RULE, registration.client().tunnel().name() + " of " + registration.client().name()
                        + " sends into transport " + transport.get() + ", which its server " + registration.server().name()
                        + " is not attached to: send it over a transport of " + registration.server().name()
                        + ", or attach " + registration.server().name() + " to " + transport.get(),
                        registration.client().tunnel().origin()));
            }
        }
    }

    /** True unless it is certain that the two share no transport. */
    static boolean areConnected(Registration registration, RouterView router) {
        Optional<NetworkInterface> source = registration.client().source();
        Optional<String> transport = source.flatMap(NetworkInterface::transport);
        Optional<String> ofServer = registration.server().source().flatMap(NetworkInterface::transport);
        return transport.isEmpty() || ofServer.isEmpty() || transport.equals(ofServer)
                || registration.server().device().interfaces().stream().anyMatch(uplink -> uplink.transport().equals(transport)
                        || reach(router.transportOf(source.get()), router.transportOf(uplink)));
    }

    private static boolean reach(Optional<Transport> first, Optional<Transport> second) {
        return first.isPresent() && second.isPresent() && first.get().isConnectedWith(second.get());
    }
}
