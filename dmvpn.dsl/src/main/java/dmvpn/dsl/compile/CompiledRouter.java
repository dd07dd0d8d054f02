package dmvpn.dsl.compile;

import dmvpn.network.device.Device;
import dmvpn.network.rules.Finding;
import dmvpn.network.underlay.Host;
import java.util.ArrayList;
import java.util.List;

/** One router and what it was compiled to, as far as that has been done. */
final class CompiledRouter {

    private final RouterPlan plan;
    private RouterSite site;
    private List<Finding> siteFindings = List.of();
    private final List<Host> hosts = new ArrayList<>(1);
    private Device device;
    private List<Finding> deviceFindings = List.of();
    /** What the device was made of besides its site. */
    private List<RouterDirectory.Answer> answers = List.of();
    private CloudMembers members;

    CompiledRouter(RouterPlan plan) {
        this.plan = plan;
    }

    RouterPlan plan() {
        return plan;
    }

    /** Its interfaces and memberships. They depend on its own text and on what routers share, no more. */
    RouterSite site(SiteCompiler compiler, CompileContext context) {
        if (site == null) {
            siteFindings = context.findingsOf(() -> site = compiler.compile(plan));
            addHosts();
        }
        return site;
    }

    private void addHosts() {
        int index = 0;
        for (LocalNetwork network : site.localNetworks()) {
            String name = Host.nameInLocalNetwork(plan.name(), ++index);
            network.hostAddress().ifPresent(address -> hosts.add(new Host(name, plan.name(),
                    network.networkInterface().name(), address, network.networkInterface().origin())));
        }
    }

    /** The router. It depends on its site, on what it asks about other routers, and on the members of clouds. */
    Device device(DeviceCompiler compiler, CompileContext context, RouterDirectory routers, CloudMembers membersOfClouds) {
        if (device == null || members != membersOfClouds || !routers.stillSays(answers)) {
            answers = routers.answersTo(() ->
                    deviceFindings = context.findingsOf(() -> device = compiler.compile(site)));
            members = membersOfClouds;
        }
        return device;
    }

    /** Problems of its interfaces and memberships. */
    List<Finding> siteFindings() {
        return siteFindings;
    }

    /** Problems of its tunnels and routing. */
    List<Finding> deviceFindings() {
        return deviceFindings;
    }

    /** One host in each of its local networks. */
    List<Host> hosts() {
        return hosts;
    }
}
