package dmvpn.network.rules.security;

import dmvpn.network.address.IpAddress;
import dmvpn.network.crypto.PeerAuthentication;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.tunnel.Phase;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Direct tunnels need keys between spokes. */
public final class KeyForSpokes implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-SEC-08",
            Severity.WARNING,
            "Spokes have keys for each other",
            "A direct tunnel needs a key exchange between two spokes. A spoke that has keys for its hubs only stays "
                    + "on the way through the hub. Add a key for everybody, or use certificates.",
            "RFC 2409 section 5.4 (the key is found by the address of the peer); observed on IOS (the pair stays on "
                    + "the hub)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.PROTECTION);
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (List<Member> members : memberships.byCloud()) {
            boolean direct = memberships.cloud(members.getFirst().tunnel().cloud())
                    .filter(cloud -> cloud.phase() != Phase.PHASE_1).isPresent();
            List<Member> inNeed = direct ? members.stream().filter(KeyForSpokes::needsKeys).toList() : List.of();
            if (!inNeed.isEmpty()) {
                check(inNeed, members.stream().filter(Member::isSpoke).toList(), findings);
            }
        }
    }

    private static void check(List<Member> inNeed, List<Member> spokes, Consumer<Finding> findings) {
        Set<IpAddress> addresses = new HashSet<>();
        spokes.forEach(spoke -> spoke.fixedNbmaAddress().ifPresent(addresses::add));
        int count = Memberships.count(spokes);
        for (Member member : inNeed) {
            member.protection().filter(profile -> count > 1 && !hasKeys(profile.authentication(), addresses, count - 1))
                    .ifPresent(profile -> findings.accept(new Finding(RULE, member.name() + " with crypto " + profile.name()
                            + " has no keys for the other spokes of cloud " + member.tunnel().cloud()
                            + ", so they stay on the way through the hub: add a psk for everybody, or certificates",
                            profile.authentication().origin())));
        }
    }

    /** Keys for everybody, which most clouds have, are enough. */
    private static boolean needsKeys(Member member) {
        return member.isSpoke() && member.isMultipoint() && member.protection().isPresent()
                && member.protection().get().authentication() instanceof PeerAuthentication.PreSharedKeys keys
                && keys.everybody().isEmpty();
    }

    private static boolean hasKeys(PeerAuthentication authentication, Set<IpAddress> spokes, long others) {
        return !(authentication instanceof PeerAuthentication.PreSharedKeys keys)
                || keys.peers().stream().flatMap(peer -> peer.addresses().stream()).filter(spokes::contains).distinct().count() >= others;
    }
}
