package dmvpn.dsl.ide.quickfix;

import dmvpn.dsl.model.JoinClause;
import dmvpn.network.tunnel.TunnelInterface;
import java.util.stream.Stream;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** The compiled tunnels that a problem is about. */
final class Tunnels {

    private Tunnels() {
    }

    /** Those of the join that the problem is at, or of all members of its cloud. */
    static Stream<TunnelInterface> at(Problem problem) {
        Stream<TunnelInterface> all = problem.network().devices().stream().flatMap(device -> device.tunnels().stream());
        JoinClause join = problem.element(JoinClause.class).orElse(null);
        if (join != null) {
            INode node = NodeModelUtils.findActualNodeFor(join);
            return all.filter(tunnel -> tunnel.origin().offset() == node.getOffset());
        }
        return Place.CLOUD.in(problem).limit(1).map(dmvpn.dsl.model.CloudDeclaration.class::cast)
                .flatMap(cloud -> all.filter(tunnel -> tunnel.cloud().equals(cloud.getName())));
    }
}
