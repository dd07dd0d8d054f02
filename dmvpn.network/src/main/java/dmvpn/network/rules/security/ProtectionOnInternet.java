package dmvpn.network.rules.security;

import dmvpn.network.device.NetworkInterface;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.cloudwide.CloudWideFault;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.underlay.Transport;
import dmvpn.network.underlay.TransportKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A cloud over the Internet should be protected. */
public final class ProtectionOnInternet implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-SEC-20",
            Severity.WARNING,
            "Tunnels over the Internet are protected",
            "GRE travels in clear. On the Internet anybody on the way reads and changes the traffic. "
                    + "Protect the cloud with crypto.",
            "RFC 2784 section 6 (GRE has no security of its own)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        Map<String, Transport> transports = new HashMap<>();
        memberships.network().transports().forEach(transport -> transports.putIfAbsent(transport.name(), transport));
        // A single bare member of a protected cloud is cut off, not readable: another rule says so.
        Set<String> protectedClouds = new HashSet<>();
        memberships.all().stream().filter(member -> member.tunnel().protection().isPresent())
                .forEach(member -> protectedClouds.add(member.tunnel().cloud()));
        CloudWideFault.report(memberships, member -> member.source()
                .filter(source -> !protectedClouds.contains(member.tunnel().cloud()))
                .flatMap(NetworkInterface::transport).map(transports::get)
                .filter(transport -> transport.kind() == TransportKind.INTERNET)
                .map(transport -> finding(member, transport)), findings);
    }

    private static Finding finding(Member member, Transport transport) {
        return new Finding(RULE, "Traffic of " + member.name() + " in cloud " + member.tunnel().cloud() + " crosses "
                + transport.name() + " unencrypted: protect the cloud with crypto", member.tunnel().origin());
    }
}
