package dmvpn.sim.assembly;

import dmvpn.network.routing.BgpProcess;
import dmvpn.network.routing.EigrpProcess;
import dmvpn.network.routing.OnDemandRouting;
import dmvpn.network.routing.OspfProcess;
import dmvpn.network.routing.RipProcess;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.sim.bfd.BfdProtocol;
import dmvpn.sim.bgp.BgpProtocol;
import dmvpn.sim.cdp.CdpProtocol;
import dmvpn.sim.eigrp.EigrpFamily;
import dmvpn.sim.eigrp.EigrpProcesses;
import dmvpn.sim.eigrp.EigrpProtocol;
import dmvpn.sim.icmp.EchoListener;
import dmvpn.sim.icmp.IcmpProtocol;
import dmvpn.sim.ipsec.IpsecProtocol;
import dmvpn.sim.nhrp.NhrpProtocol;
import dmvpn.sim.odr.OdrProtocol;
import dmvpn.sim.ospf.OspfProtocol;
import dmvpn.sim.rip.RipProtocol;
import dmvpn.sim.router.NeighborDetection;
import dmvpn.sim.router.Router;
import dmvpn.sim.routing.redistribution.PolicyFilter;
import dmvpn.sim.tcp.connection.TcpStack;
import dmvpn.sim.tunnel.BackupTunnel;
import dmvpn.sim.tunnel.GreTunnel;
import dmvpn.sim.tunnel.TunnelLayer;
import dmvpn.sim.tunnel.UnprotectedSockets;
import dmvpn.sim.underlay.Attachment;
import dmvpn.sim.underlay.Underlay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A powered router with the parts of it that others ask for. */
public final class ComposedRouter {

    private final Router router;
    private final TunnelLayer tunnelLayer;
    private final IcmpProtocol icmp;
    private final IpsecProtocol ipsec;
    private final NhrpProtocol nhrp;
    private final Map<String, GreTunnel> tunnels = new LinkedHashMap<>();
    private final List<BackupTunnel> backups = new ArrayList<>();

    /**
     * Composes a router of all protocols that its configuration asks for, and starts it.
     *
     * @param router the router, without interfaces
     * @param attachments its cables by interface name
     * @param failedInterfaces names of interfaces whose line has failed
     * @param echoListener told of replies to the router's own pings
     */
    ComposedRouter(Router router, Underlay underlay, Map<String, Attachment> attachments, Set<String> failedInterfaces,
            EchoListener echoListener) {
        this.router = router;
        this.tunnelLayer = new TunnelLayer(router);
        this.icmp = new IcmpProtocol(router, echoListener);
        router.setErrorHandler(icmp);
        router.powerOn(underlay, attachments, failedInterfaces);
        this.ipsec = new IpsecProtocol(router, tunnelLayer);
        makeTunnels(failedInterfaces);
        NeighborDetection detection = detection();
        this.nhrp = new NhrpProtocol(router, List.copyOf(tunnels.values()), ipsec::socketsOf, detection);
        router.add(icmp);
        router.add(ipsec);
        router.add(nhrp);
        PolicyFilter filter = new PolicyFilter(router.device().routing().policies());
        EigrpProcesses eigrp = new EigrpProcesses();
        for (EigrpProcess process : router.device().routing().eigrp()) {
            for (EigrpFamily family : EigrpFamily.values()) {
                if (process.networks().stream().anyMatch(network -> family.has(network.network()))) {
                    router.add(new EigrpProtocol(router, process, family, filter, eigrp, detection));
                }
            }
        }
        for (OspfProcess process : router.device().routing().ospf()) {
            router.add(new OspfProtocol(router, process, filter, detection));
        }
        TcpStack tcp = new TcpStack(router);
        router.add(tcp);
        for (BgpProcess process : router.device().routing().bgp()) {
            router.add(new BgpProtocol(router, process, tcp, detection));
        }
        for (RipProcess process : router.device().routing().rip()) {
            router.add(new RipProtocol(router, process, filter));
        }
        router.device().routing().odr().forEach(this::addOnDemandRouting);
        router.start();
        backups.forEach(BackupTunnel::start);
    }

    /** Who takes no part does not even run CDP. */
    private void addOnDemandRouting(OnDemandRouting process) {
        OdrProtocol odr = new OdrProtocol(router, process);
        if (odr.objection().isEmpty()) {
            router.add(new CdpProtocol(router, process.interfaces().stream().map(tunnels::get).filter(Objects::nonNull).toList(), odr,
                    process.origin()));
        }
        router.add(odr);
    }

    /** A router without BFD does not listen for it. */
    private NeighborDetection detection() {
        if (!BfdProtocol.isConfigured(router.device())) {
            return NeighborDetection.NONE;
        }
        BfdProtocol bfd = new BfdProtocol(router);
        router.add(bfd);
        return bfd;
    }

    private void makeTunnels(Set<String> failedInterfaces) {
        for (TunnelInterface configured : router.device().tunnels()) {
            GreTunnel tunnel = new GreTunnel(router, configured);
            router.add(tunnel);
            tunnelLayer.add(tunnel);
            if (configured.protection().isPresent()) {
                tunnel.setProtector(ipsec.protectorOf(tunnel));
            }
            tunnel.setFailed(failedInterfaces.contains(tunnel.name()));
            primaryOf(tunnel).ifPresent(primary -> tunnel.standByFor(primary.name()));
            tunnel.start();
            tunnels.put(tunnel.name(), tunnel);
        }
        for (TunnelInterface configured : router.device().tunnels()) {
            configured.options().backup().filter(backup -> tunnels.containsKey(backup.tunnel())).ifPresent(
                    backup -> backups.add(new BackupTunnel(router, tunnels.get(configured.name()),
                            tunnels.get(backup.tunnel()), backup)));
        }
        tunnelLayer.start();
    }

    /** The tunnel that a tunnel stands in for. */
    private Optional<TunnelInterface> primaryOf(GreTunnel backup) {
        return router.device().tunnels().stream()
                .filter(other -> other.options().backup().filter(named -> named.tunnel().equals(backup.name())).isPresent())
                .findFirst();
    }

    /** Power fails: nothing is sent or delivered any more, no timer expires. */
    void powerOff() {
        backups.forEach(BackupTunnel::stop);
        router.powerOff();
    }

    /** A tunnel gets another configuration while the router runs, as if somebody typed the difference. */
    void reconfigure(TunnelInterface configuration) {
        GreTunnel tunnel = tunnels.get(configuration.name());
        boolean unprotected = tunnel.protector().isPresent() && configuration.protection().isEmpty();
        tunnelLayer.reconfigure(tunnel, configuration);
        if (unprotected) {
            tunnel.removeProtector();
            nhrp.changeSockets(tunnel, new UnprotectedSockets(), () -> ipsec.unprotect(tunnel));
        }
        nhrp.reconfigured(tunnel);
    }

    /** The router itself. */
    public Router router() {
        return router;
    }

    /** Where its GRE packets find their tunnel. */
    public TunnelLayer tunnelLayer() {
        return tunnelLayer;
    }

    /** Its ICMP. */
    public IcmpProtocol icmp() {
        return icmp;
    }

    /** Its NHRP. */
    public NhrpProtocol nhrp() {
        return nhrp;
    }
}
