package dmvpn.network.rules.underlay;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.tunnel.Cloud;
import dmvpn.network.tunnel.Phase;
import dmvpn.network.underlay.Transport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Spokes that shall have direct tunnels need underlay routes to each other. */
public final class UnderlayBetweenSpokes implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-PH-15",
            Severity.WARNING,
            "Spokes have underlay routes to each other",
            "A direct tunnel is sent straight to the other spoke's NBMA address. A spoke whose table leads to its hub only drops "
                    + "such packets; its traffic to other spokes stays on the path through the hub or is lost. Give the uplink "
                    + "its gateway.",
            "RFC 1812 section 5.2.4.3 (a packet without a matching route is dropped); RFC 2332 section 1");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (List<Member> members : memberships.byCloud()) {
            boolean direct = memberships.cloud(members.getFirst().tunnel().cloud()).map(Cloud::phase)
                    .filter(phase -> phase != Phase.PHASE_1).isPresent();
            if (direct) {
                checkCloud(members.stream().filter(member -> member.isSpoke() && member.isMultipoint()).toList(), memberships,
                        findings);
            }
        }
    }

    private static void checkCloud(List<Member> spokes, Memberships memberships, Consumer<Finding> findings) {
        Map<IpPrefix, Member> networks = null;
        for (Member spoke : spokes) {
            UnderlayTable table = UnderlayTable.of(spoke);
            if (!table.leadsAnywhere() && isAttached(spoke) && reachesServers(spoke, table)) {
                // Hardly any network has such a spoke, so the table of all is made for the first one.
                networks = networks == null ? networks(spokes, memberships) : networks;
                networks.entrySet().stream()
                        .filter(entry -> entry.getValue().device() != spoke.device() && shareTransport(spoke, entry.getValue(), memberships)
                                && !table.reaches(addressIn(entry.getKey(), entry.getValue())))
                        .findFirst().ifPresent(entry -> findings.accept(new Finding(RULE, message(spoke, entry.getValue(),
                                addressIn(entry.getKey(), entry.getValue())), spoke.source().orElseThrow().origin())));
            }
        }
    }

    private static Map<IpPrefix, Member> networks(List<Member> spokes, Memberships memberships) {
        Map<IpPrefix, Member> networks = new LinkedHashMap<>();
        for (Member spoke : spokes) {
            network(spoke, memberships).ifPresent(network -> networks.putIfAbsent(network, spoke));
        }
        return networks;
    }

    /** Without a route to a server it breaks a worse rule. */
    private static boolean reachesServers(Member spoke, UnderlayTable table) {
        return spoke.tunnel().nhrp().nextHopServers().stream().allMatch(server -> table.reaches(server.nbmaAddress()));
    }

    private static boolean isAttached(Member spoke) {
        return spoke.source().filter(source -> source.enabled() && source.transport().isPresent()
                && source.vrf().equals(spoke.tunnel().frontDoorVrf())).isPresent();
    }

    /** The network that the spoke's address is or may be in. */
    private static Optional<IpPrefix> network(Member spoke, Memberships memberships) {
        Optional<NetworkInterface> source = spoke.source().filter(NetworkInterface::enabled);
        if (source.isEmpty() || source.get().translation().isPresent()) {
            return spoke.fixedNbmaAddress().map(outside -> IpPrefix.containing(outside, outside.bitLength()));
        }
        return switch (source.get().assignment()) {
            case AddressAssignment.Static fixed -> Optional.of(fixed.address().prefix());
            case AddressAssignment.Dhcp dhcp -> source.get().transport().flatMap(memberships::transport).flatMap(Transport::dhcpPool);
        };
    }

    private static IpAddress addressIn(IpPrefix network, Member spoke) {
        return spoke.fixedNbmaAddress().orElse(network.lastAddress());
    }

    private static boolean shareTransport(Member one, Member other, Memberships memberships) {
        Optional<Transport> first = one.source().flatMap(NetworkInterface::transport).flatMap(memberships::transport);
        Optional<Transport> second = other.source().flatMap(NetworkInterface::transport).flatMap(memberships::transport);
        return first.isPresent() && second.isPresent() && first.get().isConnectedWith(second.get());
    }

    private static String message(Member spoke, Member other, IpAddress address) {
        NetworkInterface source = spoke.source().orElseThrow();
        return spoke.name() + " has no underlay route to " + address + " of " + other.name()
                + ", so the two have no direct tunnel: give " + source.name() + " of " + spoke.name() + " a gateway";
    }
}
