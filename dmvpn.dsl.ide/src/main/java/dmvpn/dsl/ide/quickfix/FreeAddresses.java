package dmvpn.dsl.ide.quickfix;

import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.ModelPackage;
import dmvpn.dsl.validation.Analysis;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.Device;
import dmvpn.network.tunnel.Cloud;
import dmvpn.network.tunnel.TunnelInterface;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds addresses that nobody has. */
final class FreeAddresses {

    private FreeAddresses() {
    }

    /** A mend that replaces the tunnel address of a single router by the next free one of its cloud's overlay. */
    static List<Mend> replaceTunnelAddress(Problem problem) {
        Optional<JoinClause> join = problem.element(JoinClause.class);
        if (join.isEmpty() || join.get().getCloud() == null || isComputed(join.get())) {
            return List.of();
        }
        return nextFree(problem.document(), join.get().getCloud().getName())
                .flatMap(free -> Problem.replace("Use the next free address " + free, join.get(),
                        ModelPackage.Literals.JOIN_CLAUSE__ADDRESS, free.toString()))
                .stream()
                .toList();
    }

    /** The address of a family is an expression: replacing it by one address would give all members the same. */
    private static boolean isComputed(JoinClause join) {
        return join.getAddress() == null || join.getAddress().indexOf('{') >= 0;
    }

    private static Optional<IpAddress> nextFree(ModelDocument document, String cloudName) {
        CompiledNetwork network = Analysis.of(document.resource()).network();
        return network.cloudNamed(cloudName).map(Cloud::overlay).flatMap(overlay -> firstFree(overlay, taken(network)));
    }

    private static Set<IpAddress> taken(CompiledNetwork network) {
        Set<IpAddress> taken = new HashSet<>();
        for (Device device : network.devices()) {
            for (TunnelInterface tunnel : device.tunnels()) {
                taken.add(tunnel.address().address());
            }
        }
        return taken;
    }

    private static Optional<IpAddress> firstFree(IpPrefix overlay, Set<IpAddress> taken) {
        IpAddress candidate = overlay.network();
        for (int tried = 0; tried <= taken.size() + 2 && overlay.contains(candidate); tried++) {
            if (overlay.isUsableHost(candidate) && !taken.contains(candidate)) {
                return Optional.of(candidate);
            }
            candidate = candidate.plus(1);
        }
        return Optional.empty();
    }
}
