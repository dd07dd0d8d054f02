package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.RAW_CLAUSE__VENDOR;
import static dmvpn.dsl.model.ModelPackage.Literals.SITE_CLAUSE__SITE;

import dmvpn.dsl.model.RawClause;
import dmvpn.dsl.model.SiteClause;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.device.Device;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.device.RawConfiguration;
import dmvpn.network.device.Vendor;
import dmvpn.network.tunnel.TunnelInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a router together. */
final class DeviceCompiler {

    private final CompileContext context;
    private final PlatformCompiler platforms;
    private final TunnelCompiler tunnels;
    private final ProtectionCompiler protections;
    private final RoutingCompiler routing;
    private final VrfCompiler vrfs;
    private final ForwardingCompiler forwarding;

    private DeviceCompiler(CompileContext context, PlatformCompiler platforms, TunnelCompiler tunnels, ProtectionCompiler protections,
            RoutingCompiler routing) {
        this.context = context;
        this.platforms = platforms;
        this.tunnels = tunnels;
        this.protections = protections;
        this.routing = routing;
        this.vrfs = new VrfCompiler(context);
        this.forwarding = new ForwardingCompiler(context);
    }

    /**
     * The compiler of a model's routers.
     *
     * @param members what routing needs to know of the members of clouds
     */
    static DeviceCompiler of(CompileContext context, PlatformCompiler platforms, SharedPlan shared, RouterDirectory routers,
            CloudMembers members) {
        return new DeviceCompiler(context, platforms,
                new TunnelCompiler(context, new ServerCompiler(context, routers)),
                new ProtectionCompiler(context, shared.suites(), shared.profiles(), new KeyCompiler(context, routers)),
                new RoutingCompiler(context, members, new RoutingClauseCompiler(context, shared.policies()), routers));
    }

    Device compile(RouterSite site) {
        ProtectionCompiler.OfRouter protection = protections.of(site);
        TunnelNames names = new TunnelNames(site.platform().vendor());
        List<MemberTunnel> compiled = new ArrayList<>();
        for (Membership membership : site.memberships()) {
            tunnels.compile(site, membership, names, protection.of(membership))
                    .ifPresent(tunnel -> compiled.add(new MemberTunnel(membership, tunnel)));
        }
        List<MemberTunnel> memberTunnels = TunnelOptionsCompiler.withBackups(site, compiled);
        List<NetworkInterface> interfaces = new ArrayList<>();
        site.uplinks().forEach(uplink -> interfaces.add(uplink.networkInterface()));
        site.localNetworks().forEach(network -> interfaces.add(network.networkInterface()));
        interfaces.addAll(site.loopbacks());
        List<TunnelInterface> tunnelInterfaces = memberTunnels.stream().map(MemberTunnel::tunnel).toList();
        return new Device(site.plan().name(), site.plan().reference(), site.plan().role(), site.platform(),
                siteName(site.plan()), vrfs.compile(site.plan(), interfaces, tunnelInterfaces), interfaces, tunnelInterfaces, protection.configuration(),
                routing.compile(site, memberTunnels), forwarding.compile(site, memberTunnels), raw(site), site.plan().origin());
    }

    /** Where the router stands, when that is the place of others too. */
    private Optional<String> siteName(RouterPlan plan) {
        for (SiteClause clause : plan.sites()) {
            context.report(TextRules.NOT_SIMULATED, "site is kept, not simulated yet: the local networks of routers at one site "
                    + "are not connected in the run", clause, SITE_CLAUSE__SITE, plan.label());
        }
        return plan.sites().isEmpty() ? Optional.empty() : Optional.ofNullable(plan.sites().getLast().getSite());
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
