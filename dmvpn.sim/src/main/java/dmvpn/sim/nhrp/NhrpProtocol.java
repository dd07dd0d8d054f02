package dmvpn.sim.nhrp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.Vendor;
import dmvpn.sim.router.NeighborDetection;
import dmvpn.sim.router.RouterContext;
import dmvpn.sim.router.RouterProtocol;
import dmvpn.sim.show.ShowCommand;
import dmvpn.sim.show.StateTable;
import dmvpn.sim.tunnel.CryptoSockets;
import dmvpn.sim.tunnel.TunnelPort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** NHRP on all tunnel interfaces of one router. */
public final class NhrpProtocol implements RouterProtocol {

    private final RouterContext router;
    private final List<NhrpInterface> interfaces = new ArrayList<>();
    private final RedirectSender redirects;
    private boolean watching;

    /**
     * Takes over the tunnels: sets their resolver and NHRP receiver.
     *
     * @param router the router
     * @param tunnels its tunnel interfaces in configuration order
     * @param socketsOf the IPsec sockets of a tunnel; for an unprotected tunnel an implementation whose sockets are up
     * @param detection watches stations of tunnels that have BFD
     */
    public NhrpProtocol(RouterContext router, List<TunnelPort> tunnels, Function<TunnelPort, CryptoSockets> socketsOf,
            NeighborDetection detection) {
        this.router = router;
        NhrpBehaviour behaviour = NhrpBehaviour.of(router.device().platform());
        NhrpRoutes routes = new NhrpRoutes(router);
        RequestIds requestIds = new RequestIds();
        Map<NhrpTunnel, NhrpPeers> peers = new LinkedHashMap<>();
        for (TunnelPort port : tunnels) {
            NhrpTunnel tunnel = new NhrpTunnel(router, port, socketsOf.apply(port), behaviour, requestIds);
            routes.add(tunnel);
            interfaces.add(new NhrpInterface(tunnel, routes, peers, detection));
        }
        redirects = new RedirectSender(routes, peers);
    }

    @Override
    public String name() {
        return "NHRP";
    }

    @Override
    public void start() {
        watchTransit();
        interfaces.forEach(NhrpInterface::start);
    }

    private void watchTransit() {
        if (!watching && interfaces.stream().anyMatch(nhrp -> nhrp.tunnel().configuration().redirect())) {
            watching = true;
            router.ip().addTransitListener(redirects);
        }
    }

    /** A tunnel has another configuration. */
    public void reconfigured(TunnelPort port) {
        watchTransit();
        interfaceOf(port).reconfigured();
    }

    /**
     * The protection of a tunnel changes.
     *
     * @param sockets its sockets from now on
     * @param closing closes those that it had
     */
    public void changeSockets(TunnelPort port, CryptoSockets sockets, Runnable closing) {
        interfaceOf(port).changeSockets(sockets, closing);
    }

    private NhrpInterface interfaceOf(TunnelPort port) {
        return interfaces.stream().filter(nhrp -> nhrp.tunnel().port() == port).findFirst().orElseThrow();
    }

    @Override
    public void stop() {
        interfaces.forEach(NhrpInterface::stop);
    }

    @Override
    public List<ShowCommand> showCommands() {
        List<ShowCommand> commands = new ArrayList<>(runsFrr() ? new FrrDmvpnTable(interfaces).commands() : ciscoOverview());
        List<NhrpInterface> ofIpv4 = interfaces.stream().filter(nhrp -> !nhrp.tunnel().isOfIpv6()).toList();
        List<NhrpInterface> ofIpv6 = interfaces.stream().filter(nhrp -> nhrp.tunnel().isOfIpv6()).toList();
        if (!ofIpv4.isEmpty() || ofIpv6.isEmpty()) {
            commands.addAll(commands("ip", ofIpv4));
        }
        if (!ofIpv6.isEmpty()) {
            commands.addAll(commands("ipv6", ofIpv6));
        }
        return commands;
    }

    private boolean runsFrr() {
        return router.device().platform().vendor() == Vendor.FRR;
    }

    private List<ShowCommand> ciscoOverview() {
        return List.of(
                new ShowCommand("show dmvpn", () -> new ShowDmvpn(nowNanos()).print(interfaces)),
                new ShowCommand("show dmvpn detail", () -> new ShowDmvpnDetail(nowNanos()).print(interfaces)));
    }

    /** @param ip first word of commands on the address family of the tunnels */
    private List<ShowCommand> commands(String ip, List<NhrpInterface> tunnels) {
        return runsFrr() ? new FrrNhrpTables(ip, tunnels, this::nowNanos).commands() : ciscoCommands(ip, tunnels);
    }

    private List<ShowCommand> ciscoCommands(String ip, List<NhrpInterface> tunnels) {
        List<ShowCommand> commands = new ArrayList<>();
        String nhrp = "show " + ip + " nhrp";
        commands.add(new ShowCommand(nhrp, () -> new ShowIpNhrp(nowNanos(), false).print(tunnels)));
        commands.add(new ShowCommand(nhrp + " detail", () -> new ShowIpNhrp(nowNanos(), true).print(tunnels)));
        commands.add(new ShowCommand(nhrp + " summary",
                () -> new ShowNhrpSummary(ip.equals("ip") ? "IP" : "IPv6").print(tunnels)));
        commands.add(new ShowCommand(nhrp + " nhs detail", () -> new ShowNextHopServers(nowNanos()).print(tunnels)));
        commands.add(new ShowCommand(nhrp + " traffic", () -> new ShowNhrpTraffic(false).print(tunnels)));
        commands.add(new ShowCommand(nhrp + " traffic detail", () -> new ShowNhrpTraffic(true).print(tunnels)));
        return commands;
    }

    private long nowNanos() {
        return router.scheduler().nowNanos();
    }

    @Override
    public List<StateTable> stateTables() {
        return new NhrpStateTables(router.scheduler().nowNanos()).tables(interfaces);
    }

    /** {@code clear ip nhrp}: learned mappings go, configured ones stay. */
    @Override
    public void clear(Predicate<IpAddress> peer) {
        for (NhrpInterface nhrp : interfaces) {
            nhrp.cache().clearDynamic(entry -> isOf(entry, peer), "cleared");
        }
    }

    private static boolean isOf(CacheEntry entry, Predicate<IpAddress> peer) {
        return peer.test(entry.nextHop()) || entry.nbmaAddress() != null && peer.test(entry.nbmaAddress());
    }

    /** True when this router is registered with the next-hop server of that tunnel address. */
    public boolean isNextHopServerUp(IpAddress protocolAddress) {
        return interfaces.stream().anyMatch(nhrp ->
                nhrp.servers().withProtocolAddress(protocolAddress).filter(RegistrationClient::isUp).isPresent());
    }

    /** True when a tunnel's cache has a mapping of exactly that prefix, whatever its type. */
    public boolean hasCacheEntry(IpPrefix target) {
        return hasCacheEntry(target, address -> true);
    }

    /**
     * True when a tunnel's cache has a mapping of exactly that prefix, whatever its type, to somebody.
     *
     * @param via tells of a next hop or an NBMA address whether it is of somebody who is meant
     */
    public boolean hasCacheEntry(IpPrefix target, Predicate<IpAddress> via) {
        return interfaces.stream().anyMatch(nhrp -> nhrp.cache().entries().stream()
                .anyMatch(entry -> entry.target().equals(target) && isOf(entry, via)));
    }
}
