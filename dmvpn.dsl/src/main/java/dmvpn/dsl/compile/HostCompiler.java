package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.*;

import dmvpn.dsl.model.HostDeclaration;
import dmvpn.dsl.names.Names;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.underlay.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compiles hosts that a model names, beside the one that each local network has anyway. */
final class HostCompiler {

    private final CompileContext context;
    private final RouterDirectory routers;

    HostCompiler(CompileContext context, RouterDirectory routers) {
        this.context = context;
        this.routers = routers;
    }

    /**
     * Adds a host. One with the address of the host that its local network has anyway is that host.
     *
     * @param hosts all hosts so far
     */
    void addTo(List<Host> hosts, HostDeclaration declaration) {
        String label = Names.label(declaration);
        if (declaration.getRouter() == null) {
            reportNoRouter(declaration, label);
            return;
        }
        Optional<RouterSite> site = routers.one(declaration.getRouter(), declaration.getMember());
        if (site.isEmpty()) {
            context.report(TextRules.WRONG_TARGET, routers.whyNone(declaration.getRouter(), declaration.getMember()), declaration,
                    HOST_DECLARATION__ROUTER, label);
            return;
        }
        if (site.get().plan().lans().isEmpty()) {
            context.report(TextRules.WRONG_TARGET, site.get().plan().reference() + " has no lan that a host could be in",
                    declaration, HOST_DECLARATION__ROUTER, label);
            return;
        }
        place(declaration, site.get(), hosts, label).ifPresent(host -> {
            hosts.removeIf(other -> other.device().equals(host.device()) && other.isUnnamed()
                    && other.address().address().equals(host.address().address()));
            hosts.add(host);
        });
    }

    private void reportNoRouter(HostDeclaration declaration, String label) {
        if (declaration.eIsSet(HOST_DECLARATION__ADDRESS) || declaration.getStray().isEmpty()) {
            context.report(TextRules.MISSING_SETTING, declaration.getName() + " is nowhere: write behind with a router",
                    declaration, NAMED_ELEMENT__NAME, label);
        }
    }

    private Optional<Host> place(HostDeclaration declaration, RouterSite site, List<Host> hosts, String label) {
        ValueReader values = ValueReader.of(context, label);
        Optional<IpAddress> given = values.address(declaration, HOST_DECLARATION__ADDRESS, declaration.getAddress());
        if (given.isEmpty() && declaration.getAddress() != null || site.localNetworks().isEmpty()) {
            return Optional.empty();
        }
        if (given.isEmpty()) {
            LocalNetwork first = site.localNetworks().getFirst();
            return freeAddress(first, site, hosts).map(address -> host(declaration, site, first, address, label));
        }
        Optional<LocalNetwork> network = site.localNetworks().stream()
                .filter(candidate -> candidate.prefix().contains(given.get())).findFirst();
        Optional<String> problem = problem(given.get(), network, site, hosts);
        problem.ifPresent(message -> context.report(TextRules.VALUE, message, declaration, HOST_DECLARATION__ADDRESS, label));
        return problem.isPresent() ? Optional.empty()
                : network.map(found -> host(declaration, site, found, given.get(), label));
    }

    private static Optional<String> problem(IpAddress address, Optional<LocalNetwork> network, RouterSite site, List<Host> hosts) {
        String router = site.plan().reference();
        if (network.isEmpty()) {
            return Optional.of(address + " is in no lan of " + router + ": it has "
                    + String.join(", ", site.localNetworks().stream().map(lan -> lan.prefix().toString()).toList()));
        }
        if (!network.get().prefix().isUsableHost(address)) {
            return Optional.of(address + " is the network or broadcast address of " + network.get().prefix());
        }
        if (address.equals(network.get().routerAddress())) {
            return Optional.of(address + " is the address of " + router + " itself");
        }
        return hosts.stream().filter(other -> other.device().equals(site.plan().name()) && !other.isUnnamed()
                        && other.address().address().equals(address)).findFirst()
                .map(other -> address + " is the address of host " + other.name() + " already");
    }

    /** The first address behind that of the host that the network has anyway which nobody has. */
    private static Optional<IpAddress> freeAddress(LocalNetwork network, RouterSite site, List<Host> hosts) {
        List<IpAddress> taken = new ArrayList<>(hosts.stream().filter(host -> host.device().equals(site.plan().name()))
                .map(host -> host.address().address()).toList());
        taken.add(network.routerAddress());
        IpAddress candidate = network.hostAddress().map(InterfaceAddress::address).orElse(network.prefix().network());
        for (int tried = 0; tried <= taken.size(); tried++) {
            if (network.prefix().isUsableHost(candidate) && !taken.contains(candidate)) {
                return Optional.of(candidate);
            }
            candidate = candidate.plus(1);
        }
        return Optional.empty();
    }

    private Host host(HostDeclaration declaration, RouterSite site, LocalNetwork network, IpAddress address, String label) {
        return new Host(declaration.getName(), site.plan().name(), network.networkInterface().name(),
                new InterfaceAddress(address, network.prefix().length()), context.origins().ofHeader(declaration, label));
    }
}
