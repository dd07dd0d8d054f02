package dmvpn.network.rules.nhrp;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import java.util.Set;
import java.util.function.Consumer;

/** A hub by name needs a name server in the front-door VRF. */
public final class ServerNameCanBeResolved implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-NH-22",
            Severity.INFO,
            "The name of a server can be resolved before the tunnel is up",
            "A router asks for the address of its hub before any tunnel is up, so a name server must be reachable in "
                    + "the front-door VRF. The model has no name servers: add one in raw lines, such as ip name-server vrf INET "
                    + "192.0.2.53, or write the address.",
            "Cisco IOS IP Addressing Services Command Reference, ip nhrp nhs (FQDN); Cisco, DMVPN configuration using "
                    + "FQDN");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.SERVER_NAMES, Feature.TUNNEL_VRF);
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        boolean knowsNames = member.device().raw().stream().anyMatch(raw ->
                raw.text().contains("name-server") || raw.text().contains("ip host"));
        if (!knowsNames && member.tunnel().frontDoorVrf().isPresent()) {
            member.tunnel().nhrp().nextHopServers().stream().filter(server -> server.nbmaName().isPresent()).forEach(server ->
                    findings.accept(new Finding(RULE, member.name() + " asks for the address of " + server.nbmaName().get()
                            + " in VRF " + member.tunnel().frontDoorVrf().get()
                            + ", where the model has no name server: add one in raw lines, or write the address", server.origin())));
        }
    }
}
