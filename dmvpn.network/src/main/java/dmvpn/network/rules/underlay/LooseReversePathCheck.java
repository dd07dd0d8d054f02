package dmvpn.network.rules.underlay;

import dmvpn.network.address.IpAddress;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.device.ReversePathCheck;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.RouterView;
import java.util.Set;
import java.util.function.Consumer;

/** A strict reverse path check needs routes back out of the same interface. */
public final class LooseReversePathCheck implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-UL-10",
            Severity.WARNING,
            "A strict reverse path check stands where routes are symmetric",
            "In strict mode a packet is dropped when the best route to its source leads out of another interface. On an uplink "
                    + "beside another one in the same table that is so for whatever arrives by the uplink without the best "
                    + "default route. Check loosely, or put each uplink into a VRF of its own.",
            "RFC 3704 section 2.2 (strict reverse path forwarding and asymmetric routing)");

    /** Any address outside of the prefixes that a router is attached to: only default routes lead to it. */
    private static final IpAddress ANYWHERE = IpAddress.parse("0.0.0.1");
    private static final IpAddress ANYWHERE_IPV6 = IpAddress.parse("::2");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.REVERSE_PATH_CHECK);
    }

    @Override
    public void check(RouterView router, Consumer<Finding> findings) {
        for (NetworkInterface uplink : router.device().interfaces()) {
            boolean strict = uplink.reversePathCheck().filter(check -> check.mode() == ReversePathCheck.Mode.STRICT).isPresent();
            if (strict && uplink.kind() == InterfaceKind.WAN && uplink.enabled()) {
                boolean ipv6 = uplink.assignment().isOfIpv6();
                Set<String> back = UnderlayEgress.toward(ipv6 ? ANYWHERE_IPV6 : ANYWHERE, router.device(), uplink.vrf());
                if (!back.isEmpty() && !back.contains(uplink.name())) {
                    findings.accept(new Finding(RULE, uplink.name() + " of " + router.device().reference()
                            + " drops packets from beyond its own network, since the default route leads out of "
                            + String.join(", ", back) + ": check loosely, or give it a VRF of its own",
                            uplink.reversePathCheck().get().origin()));
                }
            }
        }
    }
}
