package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.RAW_CLAUSE__VENDOR;

import dmvpn.dsl.model.RawClause;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.device.Device;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.device.RawConfiguration;
import dmvpn.network.device.Vendor;
import dmvpn.network.device.Vrf;
import dmvpn.network.tunnel.TunnelInterface;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a router together. */
final class DeviceCompiler {

    private final CompileContext context;
    private final PlatformCompiler platforms;
    private final TunnelCompiler tunnels;
    private final RoutingCompiler routing;

    DeviceCompiler(CompileContext context, PlatformCompiler platforms, TunnelCompiler tunnels, RoutingCompiler routing) {
        this.context = context;
        this.platforms = platforms;
        this.tunnels = tunnels;
        this.routing = routing;
    }

    Device compile(RouterSite site) {
        ProtectionCompiler protection = new ProtectionCompiler(site.memberships(), site.plan().origin());
        TunnelNames names = new TunnelNames(site.platform().vendor());
        List<MemberTunnel> memberTunnels = new ArrayList<>();
        for (Membership membership : site.memberships()) {
            tunnels.compile(site, membership, names, protection.of(membership))
                    .ifPresent(tunnel -> memberTunnels.add(new MemberTunnel(membership, tunnel)));
        }
        List<NetworkInterface> interfaces = new ArrayList<>();
        site.uplinks().forEach(uplink -> interfaces.add(uplink.networkInterface()));
        site.localNetworks().forEach(network -> interfaces.add(network.networkInterface()));
        interfaces.addAll(site.loopbacks());
        List<TunnelInterface> tunnelInterfaces = memberTunnels.stream().map(MemberTunnel::tunnel).toList();
        return new Device(site.plan().name(), site.plan().reference(), site.plan().role(), site.platform(),
                vrfs(interfaces, tunnelInterfaces), interfaces, tunnelInterfaces, protection.configuration(),
                routing.compile(site, memberTunnels), raw(site), site.plan().origin());
    }

    private static List<Vrf> vrfs(List<NetworkInterface> interfaces, List<TunnelInterface> tunnels) {
        Map<String, Vrf> vrfs = new LinkedHashMap<>();
        for (NetworkInterface networkInterface : interfaces) {
            networkInterface.vrf().ifPresent(name -> vrfs.putIfAbsent(name, new Vrf(name, networkInterface.origin())));
        }
        for (TunnelInterface tunnel : tunnels) {
            tunnel.vrf().ifPresent(name -> vrfs.putIfAbsent(name, new Vrf(name, tunnel.origin())));
        }
        return new ArrayList<>(vrfs.values());
    }

    private List<RawConfiguration> raw(RouterSite site) {
        List<RawConfiguration> blocks = new ArrayList<>();
        for (RawClause clause : site.plan().raw()) {
            Optional<Vendor> vendor = platforms.vendor(clause, RAW_CLAUSE__VENDOR, clause.getVendor());
            if (vendor.isPresent() && clause.getText() != null) {
                String text = RawText.lines(clause.getText());
                blocks.add(new RawConfiguration(vendor.get(), text, context.origins().of(clause, site.plan().label() + " raw")));
                long lines = text.lines().filter(line -> !line.isBlank()).count();
                context.report(TextRules.RAW, lines + (lines == 1 ? " line goes" : " lines go") + " verbatim into "
                        + vendor.get().keyword() + " exports and " + (lines == 1 ? "is" : "are") + " not simulated",
                        clause, RAW_CLAUSE__VENDOR, site.plan().label());
            }
        }
        return blocks;
    }
}
