package dmvpn.network.rules.underlay;

import dmvpn.network.address.IpAddress;
import dmvpn.network.device.Device;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Registration;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.underlay.Transport;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Encapsulated packets must leave by the uplink whose address they carry. */
public final class RightUplink implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-UL-06",
            Severity.ERROR,
            "Packets of a tunnel leave by its own uplink",
            "A tunnel sends from the address of its source, but the routing table decides where its packets leave. With two "
                    + "providers in one table the packets of one tunnel leave by the other's uplink, whose provider drops them "
                    + "for their source address. Put each uplink into a front-door VRF of its own, with a default route in "
                    + "each.",
            "I. Pepelnjak, ipSpace.net, 2012: Redundant DMVPN designs, part 2; RFC 2827 (ingress filtering by source)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.SEVERAL_UPLINKS);
    }

    @Override
    public void check(RouterView router, Consumer<Finding> findings) {
        for (Registration registration : router.registrations()) {
            if (!hasOtherUplink(registration.client()) && !hasOtherUplink(registration.server())) {
                continue; // nothing to choose from
            }
            for (PeerAddresses peer : PeerAddresses.of(registration, router)) {
                if (peer.addresses().isEmpty() || !hasOtherUplink(peer.from())) {
                    continue;
                }
                IpAddress address = peer.addresses().getFirst();
                NetworkInterface source = peer.from().source().orElseThrow();
                Device device = peer.from().device();
                Set<String> egress = UnderlayEgress.toward(address, device, peer.from().tunnel().frontDoorVrf());
                Optional<NetworkInterface> wrong = egress.stream().map(device::interfaceNamed).flatMap(Optional::stream)
                        .filter(candidate -> isElsewhere(candidate, source, router)).findFirst();
                if (wrong.isPresent() && !isLocked(peer.from(), egress)) {
                    findings.accept(new Finding(RULE, message(peer, address, source, wrong.get(), egress), source.origin()));
                }
            }
        }
    }

    private static boolean hasOtherUplink(Member member) {
        return member.source().filter(source -> source.kind() == InterfaceKind.WAN && source.enabled()
                && source.vrf().equals(member.tunnel().frontDoorVrf())
                && member.device().interfaces().stream().anyMatch(other -> other.kind() == InterfaceKind.WAN && other.enabled()
                        && !other.name().equals(source.name()) && other.vrf().equals(source.vrf()))).isPresent();
    }

    private static boolean isElsewhere(NetworkInterface candidate, NetworkInterface source, RouterView router) {
        if (candidate.kind() != InterfaceKind.WAN || candidate.name().equals(source.name())) {
            return false;
        }
        Optional<Transport> own = router.transportOf(source);
        Optional<Transport> other = router.transportOf(candidate);
        return own.isPresent() && other.isPresent() && !own.get().name().equals(other.get().name());
    }

    private static boolean isLocked(Member member, Set<String> egress) {
        return member.tunnel().options().routeVia().filter(via -> egress.contains(via.interfaceName())).isPresent();
    }

    private static String message(PeerAddresses peer, IpAddress address, NetworkInterface source, NetworkInterface wrong,
            Set<String> egress) {
        String how = egress.contains(source.name()) ? " may leave by " : " leave by ";
        return "Packets of " + peer.from().tunnel().name() + " from " + peer.from().name() + " to " + address + " of "
                + peer.to().name() + how + wrong.name() + " with the source address of " + source.name()
                + ": put each uplink into a VRF of its own";
    }
}
