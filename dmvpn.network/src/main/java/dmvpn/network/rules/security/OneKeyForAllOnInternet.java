package dmvpn.network.rules.security;

import dmvpn.network.device.DeviceRole;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.underlay.TransportKind;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** One key for everybody on the Internet is a risk. */
public final class OneKeyForAllOnInternet implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-SEC-10",
            Severity.WARNING,
            "A large cloud over the Internet has certificates",
            "With one key for everybody each router that is stolen or copied opens the whole cloud, from any address "
                    + "of the Internet, and a new key must be brought to all routers at once. Clouds of ten spokes and more are "
                    + "asked for certificates, which are revoked one by one.",
            "RFC 7296 section 2.15 (shared keys must not be derived from or shared with others); ipSpace.net, expert "
                    + "questions and answers on DMVPN");

    private static final int MANY = 10;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.PROTECTION);
    }

    @Override
    public boolean countsMembers() {
        return true;
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (List<Member> members : memberships.byCloud()) {
            long spokes = Memberships.count(members.stream().filter(Member::isSpoke).toList());
            for (Member member : members) {
                if (spokes >= MANY && member.device().role() == DeviceRole.HUB && isOnInternet(member, memberships)) {
                    member.protection().filter(profile -> profile.wildcardKey().isPresent()).ifPresent(profile ->
                            findings.accept(new Finding(RULE, "One key for everybody protects the " + spokes + " spokes of cloud "
                                    + member.tunnel().cloud() + " on the Internet: use certificates",
                                    profile.wildcardKey().get().origin())));
                }
            }
        }
    }

    private static boolean isOnInternet(Member member, Memberships memberships) {
        return member.source().flatMap(NetworkInterface::transport).flatMap(memberships::transport)
                .filter(transport -> transport.kind() == TransportKind.INTERNET).isPresent();
    }
}
