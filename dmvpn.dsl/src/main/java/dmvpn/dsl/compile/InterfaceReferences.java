package dmvpn.dsl.compile;

import dmvpn.dsl.rules.TextRules;
import dmvpn.network.device.NetworkInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Finds the interfaces of a router that its clauses name. */
final class InterfaceReferences {

    private final CompileContext context;
    private final RouterSite site;
    private final List<MemberTunnel> tunnels;

    InterfaceReferences(CompileContext context, RouterSite site, List<MemberTunnel> tunnels) {
        this.context = context;
        this.site = site;
        this.tunnels = tunnels;
    }

    /** The name as it is, when the router has such an interface; otherwise a finding says which it has. */
    Optional<String> named(EObject clause, EStructuralFeature feature, String text) {
        Optional<String> name = site.plan().values().text(clause, feature, text);
        if (name.isPresent() && !names().contains(name.get())) {
            context.report(TextRules.WRONG_TARGET, site.plan().reference() + " has no interface " + name.get() + ": it has "
                    + String.join(", ", names()), clause, feature, site.plan().label());
            return Optional.empty();
        }
        return name;
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        site.uplinks().forEach(uplink -> names.add(uplink.networkInterface().name()));
        site.localNetworks().forEach(network -> names.add(network.networkInterface().name()));
        site.loopbacks().stream().map(NetworkInterface::name).forEach(names::add);
        tunnels.forEach(tunnel -> names.add(tunnel.tunnel().name()));
        return names;
    }
}
