package dmvpn.network.rules.underlay;

import dmvpn.network.device.BlockedTraffic;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.device.UplinkAccess;
import dmvpn.network.forwarding.PacketProtocol;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Registration;
import dmvpn.network.rules.membership.RouterView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A firewall in front of a router must let pass what its tunnels are made of. */
public final class FirewallLetsTunnelsPass implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-UL-09",
            Severity.ERROR,
            "A firewall lets IKE, ESP and GRE pass",
            "A protected tunnel needs UDP port 500, and ESP (IP protocol 50) or behind a translation UDP port 4500; an "
                    + "unprotected one needs GRE (IP protocol 47). A server needs them from whoever registers, unasked. With IKE "
                    + "blocked no peer comes up; with ESP blocked peers come up and nothing is decrypted. Permit them.",
            "RFC 7296 section 2 (UDP ports 500 and 4500), RFC 3948 (ESP in UDP), RFC 4303 section 2 (protocol 50)");

    private static final int IKE_PORT = 500;
    private static final int NAT_TRAVERSAL_PORT = 4500;

    private record Needed(PacketProtocol protocol, int port) {

        String text() {
            return protocol.name() + (port == 0 ? "" : " port " + port);
        }
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.UPLINK_ACCESS);
    }

    @Override
    public void check(RouterView router, Consumer<Finding> findings) {
        for (Registration registration : router.registrations()) {
            List<Needed> needed = needed(registration);
            check(registration.client(), registration.server(), needed, findings);
            check(registration.server(), registration.client(), needed, findings);
            checkServer(registration, findings);
        }
    }

    private static List<Needed> needed(Registration registration) {
        if (registration.client().protection().isEmpty()) {
            return List.of(new Needed(PacketProtocol.GRE, 0));
        }
        boolean translated = registration.client().translation().isPresent() || registration.server().translation().isPresent();
        List<Needed> needed = new ArrayList<>();
        needed.add(new Needed(PacketProtocol.UDP, IKE_PORT));
        needed.add(translated ? new Needed(PacketProtocol.UDP, NAT_TRAVERSAL_PORT) : new Needed(PacketProtocol.ESP, 0));
        return needed;
    }

    private static void check(Member behind, Member peer, List<Needed> needed, Consumer<Finding> findings) {
        Optional<UplinkAccess> access = behind.source().flatMap(NetworkInterface::access);
        for (Needed traffic : access.isEmpty() ? List.<Needed>of() : needed) {
            access.get().blocks(traffic.protocol(), traffic.port()).ifPresent(blocked -> findings.accept(new Finding(RULE,
                    "The firewall in front of " + behind.name() + " blocks " + traffic.text() + ", which "
                            + behind.tunnel().name() + " needs to " + peer.name() + ": permit it", blocked.origin())));
        }
    }

    /** A translation of ports in front of a server breaks a rule of its own. */
    private static void checkServer(Registration registration, Consumer<Finding> findings) {
        Member server = registration.server();
        server.source().flatMap(NetworkInterface::access).flatMap(access -> access.blocked().stream()
                .filter(BlockedTraffic::isUnsolicited).findFirst()).ifPresent((BlockedTraffic blocked) ->
                findings.accept(new Finding(RULE, "The firewall in front of " + server.name() + " drops what was not asked for, "
                        + "so " + registration.client().name() + " cannot register: permit UDP ports 500 and 4500 and ESP",
                        blocked.origin())));
    }
}
