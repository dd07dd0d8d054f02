package dmvpn.network.rules.underlay;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.underlay.TransportKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Private addresses are not routed on the Internet. */
public final class PublicNbmaAddress implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-UL-13",
            Severity.INFO,
            "NBMA addresses on the Internet are public",
            "Private addresses are routed inside a provider's VPN, but not on the Internet: a router with one is behind a "
                    + "translation there, and others know it by the outside address. Say so with behind pat or behind nat, or "
                    + "make the transport one of kind mpls-vpn.",
            "RFC 1918 section 3; RFC 6598 section 4");

    private static final List<IpPrefix> PRIVATE = List.of(IpPrefix.parse("10.0.0.0/8"), IpPrefix.parse("172.16.0.0/12"),
            IpPrefix.parse("192.168.0.0/16"), IpPrefix.parse("100.64.0.0/10"), IpPrefix.parse("fc00::/7"));

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(RouterView router, Consumer<Finding> findings) {
        for (NetworkInterface uplink : router.device().interfaces()) {
            Optional<IpAddress> address = uplink.fixedOutsideAddress();
            if (uplink.kind() == InterfaceKind.WAN && address.isPresent() && isPrivate(address.get()) && isSource(uplink, router)
                    && router.transportOf(uplink).filter(found -> found.kind() != TransportKind.MPLS_VPN).isPresent()) {
                findings.accept(new Finding(RULE, "The address " + address.get() + " of " + router.device().reference() + " on "
                        + uplink.transport().get() + " is private: behind a translation say so, in a provider's VPN make the "
                        + "transport one of kind mpls-vpn", uplink.assignment().origin()));
            }
        }
    }

    private static boolean isSource(NetworkInterface uplink, RouterView router) {
        return router.device().tunnels().stream().anyMatch(tunnel -> tunnel.sourceInterface().equals(uplink.name()));
    }

    private static boolean isPrivate(IpAddress address) {
        return PRIVATE.stream().anyMatch(prefix -> prefix.contains(address));
    }
}
