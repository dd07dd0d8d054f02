package dmvpn.sim.ipsec;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.crypto.CryptoConfiguration;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.device.Device;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.device.Platform;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.network.tunnel.NhrpConfiguration;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.network.tunnel.TunnelMode;
import dmvpn.network.tunnel.TunnelProtection;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.OpaquePacket;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.packet.UdpDatagram;
import dmvpn.sim.router.IpStack;
import dmvpn.sim.router.RouterContext;
import dmvpn.sim.router.RouterInterface;
import dmvpn.sim.routing.RoutingTable;
import dmvpn.sim.testing.FakeInterface;
import dmvpn.sim.testing.FakeTunnelPort;
import dmvpn.sim.testing.RecordedTrace;
import dmvpn.sim.tunnel.CryptoSockets;
import dmvpn.sim.tunnel.FarEnd;
import dmvpn.sim.tunnel.GrePacket;
import dmvpn.sim.tunnel.TunnelProtector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** A router of the {@link CryptoLab}: real IKE and IPsec over a stand-in for everything else. */
public final class LabRouter implements RouterContext, IpStack, CryptoSockets.CryptoSocketListener {

    static final String TUNNEL = "Tunnel100";
    static final String WAN = "GigabitEthernet1";

    private final CryptoLab lab;
    private final Device device;
    private final int node;
    private final RandomGenerator random;
    private final FakeInterface wan;
    private final List<IpPacket> received = new ArrayList<>();
    private final List<String> socketChanges = new ArrayList<>();
    private final Optional<String> frontDoorVrf;
    private IpAddress address;
    private boolean powered;
    private Map<Integer, IpReceiver> receivers = new LinkedHashMap<>();
    private Map<Integer, UdpReceiver> udpReceivers = new LinkedHashMap<>();
    private Map<String, FakeTunnelPort> ports = new LinkedHashMap<>();
    private IpsecProtocol protocol;

    LabRouter(CryptoLab lab, Device device, int node, IpAddress address, long seed) {
        this.lab = lab;
        this.device = device;
        this.node = node;
        this.address = address;
        this.random = new SplittableRandom(seed);
        this.frontDoorVrf = device.tunnels().stream().findFirst().flatMap(TunnelInterface::frontDoorVrf);
        this.wan = new FakeInterface(WAN, address + "/24") {
            @Override
            public Optional<String> vrf() {
                return frontDoorVrf;
            }
        };
    }

    static Device device(String name, IpsecProfile profile, int tunnels, boolean shared) {
        List<TunnelInterface> configured = new ArrayList<>();
        for (int index = 1; index <= tunnels; index++) {
            configured.add(tunnel("Tunnel" + 100 * index, index,
                    Optional.of(new TunnelProtection(profile.name(), shared, Origin.NONE)), profile.frontDoorVrf()));
        }
        return device(name, profile, configured.toArray(TunnelInterface[]::new));
    }

    static Device device(String name, IpsecProfile profile, TunnelInterface... tunnels) {
        return device(name, Platform.DEFAULT, profile, tunnels);
    }

    static Device device(String name, Platform platform, IpsecProfile profile, TunnelInterface... tunnels) {
        return new Device(name, name, DeviceRole.SPOKE, platform, List.of(), List.of(), List.of(tunnels),
                new CryptoConfiguration(List.of(profile), Origin.NONE), RoutingConfiguration.NONE, List.of(), Origin.NONE);
    }

    static TunnelInterface tunnel(String name, int number, Optional<TunnelProtection> protection,
            Optional<String> frontDoorVrf) {
        NhrpConfiguration nhrp = new NhrpConfiguration(number, Optional.empty(), 600, 200, true, false, true, false,
                List.of(), Origin.NONE);
        return new TunnelInterface(name, "c" + number, InterfaceAddress.parse("10.0." + number + ".1/24"),
                Optional.empty(), WAN, frontDoorVrf, new TunnelMode.Multipoint(Origin.NONE),
                OptionalLong.of(number), OptionalInt.empty(), OptionalInt.empty(), 100, 50_000, nhrp, protection,
                Origin.NONE);
    }

    void powerOn() {
        powered = true;
        receivers = new LinkedHashMap<>();
        udpReceivers = new LinkedHashMap<>();
        ports = new LinkedHashMap<>();
        protocol = new IpsecProtocol(this, (ingress, outer, wasProtected) -> received.add(outer));
        for (TunnelInterface tunnel : device.tunnels()) {
            FakeTunnelPort port = new FakeTunnelPort(tunnel, address.toString());
            ports.put(tunnel.name(), port);
            protocol.socketsOf(port).addListener(this);
        }
        protocol.start();
    }

    /** Power goes: nothing is sent any more. */
    public void powerOff() {
        powered = false;
        protocol.stop();
    }

    void changeAddress(String newAddress) {
        IpAddress former = address;
        address = IpAddress.parse(newAddress);
        lab.readdress(this, former);
        ports.values().forEach(port -> port.setNbmaAddress(Optional.of(address)));
    }

    IpAddress address() {
        return address;
    }

    IpsecProtocol protocol() {
        return protocol;
    }

    CryptoSockets sockets() {
        return protector().sockets();
    }

    CryptoSockets sockets(String tunnel) {
        return protocol.protectorOf(ports.get(tunnel)).sockets();
    }

    FakeTunnelPort port(String tunnel) {
        return ports.get(tunnel);
    }

    TunnelProtector protector() {
        return protocol.protectorOf(ports.get(TUNNEL));
    }

    /** Asks for a socket as NHRP does. */
    public void open(LabRouter peer) {
        sockets().open(peer.address());
    }

    /** Lets a socket go as NHRP does. */
    public void close(LabRouter peer) {
        sockets().close(peer.address());
    }

    CryptoSockets.SocketState stateTo(LabRouter peer) {
        return sockets().state(peer.address());
    }

    /** Sends a GRE packet as a tunnel does; false when there is no security association. */
    public boolean sendGre(LabRouter peer) {
        IpPacket clear = IpPacket.originated(address, peer.address(), IpPacket.GRE, greContent());
        List<IpPacket> encrypted = protector().protect(FarEnd.of(peer.address()), clear);
        encrypted.forEach(lab::send);
        return !encrypted.isEmpty();
    }

    private static Packet greContent() {
        IpAddress inner = IpAddress.parse("10.0.1.1");
        UdpDatagram echo = new UdpDatagram(7, 7, new OpaquePacket(Octets.of(new byte[80])));
        return new GrePacket(OptionalLong.of(1), GrePacket.IPV4,
                IpPacket.originated(inner, inner.plus(1), IpPacket.UDP, echo));
    }

    /** GRE packets that came out of ESP. */
    List<IpPacket> received() {
        return received;
    }

    /** Socket changes as {@code milliseconds up|down peer [reason]}. */
    List<String> socketChanges() {
        return socketChanges;
    }

    String show(String command) {
        return protocol.showCommands().stream().filter(candidate -> candidate.command().equals(command)).findFirst()
                .orElseThrow().text().get();
    }

    /** Rows of a state table by its name. */
    List<List<String>> table(String name) {
        return protocol.stateTables().stream().filter(candidate -> candidate.name().equals(name)).findFirst()
                .orElseThrow().rows();
    }

    List<List<String>> ikeSas() {
        return table("IKE security associations");
    }

    List<List<String>> ipsecSas() {
        return table("IPsec security associations");
    }

    void arrive(IpPacket packet) {
        if (!powered) {
            return;
        }
        if (packet.content() instanceof UdpDatagram datagram) {
            UdpReceiver receiver = udpReceivers.get(datagram.destinationPort());
            if (receiver != null) {
                receiver.receive(wan, packet, datagram);
            }
        } else {
            IpReceiver receiver = receivers.get(packet.protocolNumber());
            if (receiver != null) {
                receiver.receive(wan, packet);
            }
        }
    }

    @Override
    public void socketUp(IpAddress peer) {
        socketChanges.add(scheduler().nowNanos() / 1_000_000 + " up " + peer);
    }

    @Override
    public void socketDown(IpAddress peer, String reason) {
        socketChanges.add(scheduler().nowNanos() / 1_000_000 + " down " + peer + " " + reason);
    }

    @Override
    public Device device() {
        return device;
    }

    @Override
    public int node() {
        return node;
    }

    @Override
    public Scheduler scheduler() {
        return lab.kernel();
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    @Override
    public RecordedTrace trace() {
        return lab.trace();
    }

    @Override
    public IpStack ip() {
        return this;
    }

    @Override
    public Collection<? extends RouterInterface> interfaces() {
        return List.of(wan);
    }

    @Override
    public Optional<RouterInterface> interfaceNamed(String name) {
        return wan.name().equals(name) ? Optional.of(wan) : Optional.empty();
    }

    @Override
    public RoutingTable routes(Optional<String> vrf) {
        throw new UnsupportedOperationException("key exchange asks for no routes");
    }

    @Override
    public void sendOn(RouterInterface egress, IpPacket packet, IpAddress nextHop) {
        egress.send(packet, nextHop);
    }

    @Override
    public void send(Optional<String> vrf, IpPacket packet) {
        lab.send(packet);
    }

    @Override
    public void receive(RouterInterface ingress, IpPacket packet) {
        arrive(packet);
    }

    @Override
    public void register(int protocolNumber, IpReceiver receiver) {
        receivers.put(protocolNumber, receiver);
    }

    @Override
    public void registerUdp(int port, UdpReceiver receiver) {
        udpReceivers.put(port, receiver);
    }

    @Override
    public void sendUdp(Optional<String> vrf, IpAddress source, int sourcePort, IpAddress destination,
            int destinationPort, Packet content) {
        if (vrf.equals(frontDoorVrf)) {
            lab.send(IpPacket.originated(source, destination, IpPacket.UDP,
                    new UdpDatagram(sourcePort, destinationPort, content)));
        }
    }

    @Override
    public void addTransitListener(TransitListener listener) {
        throw new UnsupportedOperationException("key exchange sees no transit");
    }
}
