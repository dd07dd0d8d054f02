package dmvpn.dsl.ide.quickfix;

import dmvpn.dsl.ide.plan.AddressPlan;
import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.ModelPackage;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.names.RouterFamily;
import dmvpn.dsl.values.MemberRange;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds addresses that nobody has. */
final class FreeAddresses {

    private FreeAddresses() {
    }

    /**
     * A mend that replaces the tunnel address of a router by the next free one of its cloud's overlay; that of a family by
     * an expression that gives each member a free one.
     */
    static Stream<Mend> replaceTunnelAddress(Problem problem) {
        Optional<JoinClause> join = problem.element(JoinClause.class);
        Optional<IpPrefix> overlay = join.map(JoinClause::getCloud).map(CloudDeclaration::getOverlay)
                .flatMap(IpPrefix::tryParse);
        if (overlay.isEmpty() || !(join.get().eContainer() instanceof RouterDeclaration router)) {
            return Stream.empty();
        }
        AddressPlan plan = AddressPlan.of(problem.document().resource());
        List<MemberRange> members = RouterFamily.ranges(router);
        return members.stream().anyMatch(MemberRange::isSeveral) || members.size() > 1
                ? mend(join.get(), plan.freeTunnelAddresses(overlay.get(), members), "Use the free addresses ")
                : mend(join.get(), plan.freeTunnelAddress(overlay.get()).map(IpAddress::toString), "Use the next free address ");
    }

    private static Stream<Mend> mend(JoinClause join, Optional<String> free, String title) {
        return free.flatMap(address -> Problem.replace(title + address, join,
                ModelPackage.Literals.JOIN_CLAUSE__ADDRESS, address)).stream();
    }
}
