package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.*;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.LanClause;
import dmvpn.dsl.model.LoopbackClause;
import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.dsl.model.WanClause;
import dmvpn.dsl.rules.TextRules;
import dmvpn.dsl.values.ComputedText;
import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.underlay.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Compiles the interfaces and memberships of routers. */
final class SiteCompiler {

    private final CompileContext context;
    private final PlatformCompiler platforms;
    private final Map<CloudDeclaration, CloudPlan> clouds;
    private final UplinkCompiler uplinkCompiler;
    private final UplinkAccessCompiler accesses;

    SiteCompiler(CompileContext context, PlatformCompiler platforms,
            Map<TransportDeclaration, Transport> transports, Map<CloudDeclaration, CloudPlan> clouds) {
        this.context = context;
        this.platforms = platforms;
        this.clouds = clouds;
        this.uplinkCompiler = new UplinkCompiler(context, transports);
        this.accesses = new UplinkAccessCompiler(context);
    }

    RouterSite compile(RouterPlan plan) {
        var platform = platforms.of(plan);
        InterfaceNames names = new InterfaceNames(platform.vendor(), plan);
        List<Uplink> uplinks = new ArrayList<>();
        for (WanClause clause : plan.wans()) {
            uplinkCompiler.compile(plan, clause, names.nameFor(InterfaceKind.WAN, clause.getInterface())).ifPresent(uplinks::add);
        }
        List<LocalNetwork> localNetworks = new ArrayList<>();
        for (LanClause clause : plan.lans()) {
            localNetwork(plan, clause, names.nameFor(InterfaceKind.LAN, clause.getInterface())).ifPresent(localNetworks::add);
        }
        List<NetworkInterface> loopbacks = new ArrayList<>();
        for (LoopbackClause clause : plan.loopbacks()) {
            loopback(plan, clause, names.nameFor(InterfaceKind.LOOPBACK, clause.getInterface())).ifPresent(loopbacks::add);
        }
        TunnelSources sources = new TunnelSources(context, plan, uplinks, localNetworks, loopbacks);
        List<Membership> memberships = new ArrayList<>();
        for (JoinClause clause : plan.joins()) {
            membership(plan, clause, sources).ifPresent(memberships::add);
        }
        return new RouterSite(plan, platform, uplinks, localNetworks, loopbacks, memberships);
    }

    private Optional<LocalNetwork> localNetwork(RouterPlan plan, LanClause clause, String name) {
        Optional<IpPrefix> read = plan.values().prefix(clause, LAN_CLAUSE__PREFIX, clause.getPrefix());
        Optional<IpAddress> given = plan.values().address(clause, LAN_CLAUSE__ADDRESS, clause.getAddress());
        if (read.isEmpty()) {
            return Optional.empty();
        }
        IpPrefix prefix = read.get();
        if (given.isPresent() && !prefix.isUsableHost(given.get())) {
            context.report(TextRules.UNUSABLE_ADDRESS, given.get() + " cannot be the router's address in " + prefix,
                    clause, LAN_CLAUSE__ADDRESS, plan.label());
            given = Optional.empty();
        }
        IpAddress address = given.orElseGet(() -> LocalNetwork.firstUsable(prefix));
        EStructuralFeature says = given.isPresent() ? LAN_CLAUSE__ADDRESS : LAN_CLAUSE__PREFIX;
        AddressAssignment assignment = new AddressAssignment.Static(new InterfaceAddress(address, prefix.length()),
                Optional.empty(), context.origins().of(clause, says, plan.label()));
        return Optional.of(new LocalNetwork(clause, prefix,
                new NetworkInterface(name, InterfaceKind.LAN, Optional.ofNullable(clause.getVrf()), assignment, Optional.empty(),
                        Transport.DEFAULT_MTU_BYTES, true, Optional.empty(), accesses.compile(plan, clause),
                        context.origins().of(clause, plan.label() + " lan")),
                address));
    }

    private Optional<NetworkInterface> loopback(RouterPlan plan, LoopbackClause clause, String name) {
        return plan.values().interfaceAddress(clause, LOOPBACK_CLAUSE__ADDRESS, clause.getAddress())
                .map(address -> new NetworkInterface(name, InterfaceKind.LOOPBACK, Optional.ofNullable(clause.getVrf()),
                        new AddressAssignment.Static(address, Optional.empty(),
                                context.origins().of(clause, LOOPBACK_CLAUSE__ADDRESS, plan.label())),
                        Optional.empty(), Transport.DEFAULT_MTU_BYTES, true,
                        context.origins().of(clause, plan.label() + " loopback")));
    }

    private Optional<Membership> membership(RouterPlan plan, JoinClause clause, TunnelSources sources) {
        if (plan.role() == DeviceRole.ROUTER) {
            context.report(TextRules.WRONG_TARGET, plan.reference() + " is a plain router, which is in no cloud: declare it "
                    + "as hub or spoke to let it join one", clause, JOIN_CLAUSE__CLOUD, plan.label());
            return Optional.empty();
        }
        Optional<IpAddress> address = plan.values().address(clause, JOIN_CLAUSE__ADDRESS, clause.getAddress());
        CloudPlan cloud = clause.getCloud() == null ? null : clouds.get(clause.getCloud());
        if (cloud == null || address.isEmpty()) {
            return Optional.empty();
        }
        Optional<Uplink> uplink = sources.of(clause);
        boolean sound = isSound(plan, clause, cloud.cloud().overlay(), address.get());
        return sound && uplink.isPresent()
                ? Optional.of(new Membership(clause, cloud,
                        new InterfaceAddress(address.get(), Math.min(cloud.cloud().overlay().length(), address.get().bitLength())),
                        uplink.get()))
                : Optional.empty();
    }

    /** A literal address outside of the overlay is left to the rules on the network, which know imported ones too. */
    private boolean isSound(RouterPlan plan, JoinClause clause, IpPrefix overlay, IpAddress address) {
        if (overlay.contains(address) && !overlay.isUsableHost(address)) {
            context.report(TextRules.UNUSABLE_ADDRESS, plan.reference() + ": " + address
                    + " is the network or broadcast address of " + overlay, clause, JOIN_CLAUSE__ADDRESS, plan.label());
            return false;
        }
        if (!overlay.contains(address) && ComputedText.isComputed(clause.getAddress())) {
            context.report(TextRules.COMPUTED, plan.reference() + ": '" + clause.getAddress() + "' becomes " + address
                    + ", which leaves the overlay " + overlay, clause, JOIN_CLAUSE__ADDRESS, plan.label());
            return false;
        }
        return true;
    }
}
