package dmvpn.config.cisco;

import dmvpn.network.tunnel.GroupPolicy;
import dmvpn.network.tunnel.LabelDistribution;
import dmvpn.network.tunnel.PathMtuDiscovery;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.network.tunnel.TunnelOptions;

/** What a tunnel interface says beyond what every tunnel needs. */
final class TunnelOptionLines {

    /** Lines in front of NHRP. */
    void writeBefore(CiscoContext context, TunnelInterface tunnel) {
        TunnelOptions options = tunnel.options();
        String ip = CiscoText.family(tunnel.address().address());
        options.linkLocalAddress().ifPresent(address -> line(context, options, "ipv6 address " + address + " link-local"));
        context.lines(tunnel.origin(), (options.icmpRedirects() ? " " : " no ") + ip + " redirects\n");
    }

    /** Lines behind NHRP. */
    void writeAfter(CiscoContext context, TunnelInterface tunnel) {
        TunnelOptions options = tunnel.options();
        String ip = CiscoText.family(tunnel.address().address());
        options.group().ifPresent(group -> line(context, options, ip + " nhrp group " + group));
        options.groupPolicies().forEach(policy -> context.lines(policy.origin(), " " + ip + " nhrp map group " + policy.group()
                + " service-policy output " + QualitySection.policyName(policy) + "\n"));
        if (options.interfaceState()) {
            line(context, options, "if-state nhrp");
        }
        options.backup().ifPresent(backup -> context.lines(backup.origin(), " backup interface " + backup.tunnel() + "\n"
                + (backup.delaySeconds() == 0 ? "" : " backup delay " + backup.delaySeconds() + " 0\n")));
        options.keepalive().ifPresent(keepalive -> context.lines(keepalive.origin(),
                " keepalive " + keepalive.intervalSeconds() + " " + keepalive.retries() + "\n"));
        if (options.discoveryProtocol()) {
            line(context, options, "cdp enable");
        }
        options.labels().ifPresent(labels ->
                line(context, options, labels == LabelDistribution.LDP ? "mpls ip" : "mpls bgp forwarding"));
    }

    /** The line behind that of the key. */
    void writePathMtuDiscovery(CiscoContext context, TunnelInterface tunnel) {
        tunnel.options().pathMtuDiscovery().ifPresent(discovery -> context.lines(discovery.origin(), " tunnel path-mtu-discovery"
                + age(discovery) + (discovery.leastMtuBytes() == PathMtuDiscovery.DEFAULT_LEAST_MTU_BYTES ? ""
                        : " min-mtu " + discovery.leastMtuBytes()) + "\n"));
    }

    private static String age(PathMtuDiscovery discovery) {
        if (discovery.ageMinutes().isEmpty()) {
            return " age-timer infinite";
        }
        int minutes = discovery.ageMinutes().getAsInt();
        return minutes == PathMtuDiscovery.DEFAULT_AGE_MINUTES ? "" : " age-timer " + minutes;
    }

    /** Lines between the VRF of the encapsulated packets and protection. */
    void writeRouteVia(CiscoContext context, TunnelInterface tunnel) {
        tunnel.options().routeVia().ifPresent(via -> context.lines(via.origin(), " tunnel route-via " + via.interfaceName()
                + (via.mandatory() ? " mandatory" : " preferred") + "\n"));
    }

    private static void line(CiscoContext context, TunnelOptions options, String text) {
        context.lines(options.origin(), " " + text + "\n");
    }
}
