package dmvpn.network.rules.nhrp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Registration;
import dmvpn.network.rules.membership.RouterView;
import java.util.function.Consumer;

/** A client must know its next-hop server under the right NBMA address. */
public final class ServerMapping implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-NH-09",
            Severity.ERROR,
            "The NBMA address of a next-hop server is that of its hub",
            "A client sends its first packet to the NBMA address that it is configured with. When that is "
                    + "not the address of the hub, key exchange goes nowhere. Use the WAN address of the hub.",
            "RFC 2332 section 5.2.3; observed on IOS (state IKE or NHRP)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(RouterView router, Consumer<Finding> findings) {
        for (Registration registration : router.registrations()) {
            IpAddress configured = registration.statement().nbmaAddress();
            registration.server().fixedNbmaAddress()
                    .filter(actual -> !actual.equals(configured))
                    .ifPresent(actual -> findings.accept(new Finding(RULE, registration.client().name() + " maps "
                            + registration.statement().protocolAddress() + " to NBMA address " + configured + " but "
                            + registration.server().name() + " is at " + actual + ": use " + actual,
                            registration.statement().origin())));
        }
    }
}
