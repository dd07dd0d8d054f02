package dmvpn.dsl.ide.quickfix;

import static dmvpn.dsl.ide.quickfix.Remedy.write;

import dmvpn.dsl.ide.plan.AddressPlan;
import dmvpn.dsl.model.ModelPackage;
import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.dsl.model.WanClause;
import dmvpn.network.address.IpPrefix;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Mends of rules on addresses that are free addresses. Moving whole networks is left to people. */
final class AddressingFixes {

    private static final int MOST_BITS = 8;

    private AddressingFixes() {
    }

    static Stream<QuickFix> all() {
        return RuleFix.row(
                RuleFix.free("R-AD-01", FreeAddresses::replaceTunnelAddress),
                RuleFix.free("R-AD-02", Remedy.of(problem -> problem.element(WanClause.class)
                        .filter(wan -> wan.getAddress() != null && wan.getTransport() != null)
                        .flatMap(wan -> AddressPlan.of(problem.document().resource()).freeAttachment(wan.getTransport())
                                .flatMap(free -> Problem.replace("Use the next free address " + free, wan,
                                        ModelPackage.Literals.WAN_CLAUSE__ADDRESS, free.toString()))))),
                RuleFix.free("R-AD-03", FreeAddresses::replaceTunnelAddress),
                RuleFix.choice("R-AD-09", write(Place.TRANSPORT, "dhcp", AddressingFixes::largerPools)),
                RuleFix.free("L-ADDRESS-UNUSABLE", FreeAddresses::replaceTunnelAddress),
                RuleFix.free("L-COMPUTED", FreeAddresses::replaceTunnelAddress),
                RuleFix.choice("L-DHCP", write(Place.TRANSPORT, "dhcp", "198.18.0.0/16")));
    }

    /** The pool twice as large, then again. */
    private static Stream<String> largerPools(Problem problem) {
        return problem.element(TransportDeclaration.class).map(TransportDeclaration::getDhcpPool).flatMap(IpPrefix::tryParse).stream()
                .flatMap(pool -> IntStream.rangeClosed(1, Math.min(MOST_BITS, pool.length() - 1))
                        .mapToObj(bits -> IpPrefix.containing(pool.network(), pool.length() - bits).toString()));
    }
}
