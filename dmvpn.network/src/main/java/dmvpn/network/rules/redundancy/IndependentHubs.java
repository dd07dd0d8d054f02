package dmvpn.network.rules.redundancy;

import dmvpn.network.address.IpAddress;
import dmvpn.network.device.AddressTranslation;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Hubs that stand in for each other should not fail together. */
public final class IndependentHubs implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-HUB-02",
            Severity.WARNING,
            "Hubs that stand in for each other fail independently",
            "A second hub helps when the first one fails. When all hubs of a cloud are at one site or behind one translating "
                    + "device, what takes that away takes all hubs. Put one of them somewhere else, with an uplink of its own.",
            "I. Pepelnjak, ipSpace.net: Redundant DMVPN designs, part 1 (hubs with independent uplinks)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (List<Member> members : memberships.byCloud()) {
            List<Member> hubs = members.stream().filter(member -> member.device().role() == DeviceRole.HUB).toList();
            if (hubs.size() > 1) {
                common(hubs, member -> member.device().site()).map(site -> "at site " + site)
                        .or(() -> common(hubs, IndependentHubs::translatedTo).map(outside -> "behind one translation to " + outside))
                        .ifPresent(where -> findings.accept(new Finding(RULE, "All " + hubs.size() + " hubs of cloud "
                                + hubs.getFirst().tunnel().cloud() + " are " + where + ": move one of them",
                                hubs.getLast().tunnel().origin())));
            }
        }
    }

    private static <T> Optional<T> common(List<Member> hubs, Function<Member, Optional<T>> property) {
        Optional<T> first = property.apply(hubs.getFirst());
        return first.filter(value -> hubs.stream().allMatch(hub -> property.apply(hub).filter(value::equals).isPresent()));
    }

    private static Optional<IpAddress> translatedTo(Member hub) {
        return hub.translation().flatMap(AddressTranslation::outside);
    }
}
