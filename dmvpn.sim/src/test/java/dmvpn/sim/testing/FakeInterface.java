package dmvpn.sim.testing;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.origin.Origin;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.router.InterfaceListener;
import dmvpn.sim.router.RouterInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An interface that keeps what is sent, and whose state a test sets. */
public class FakeInterface implements RouterInterface {

    /**
     * A packet that was sent.
     *
     * @param nextHop neighbour or group
     * @param packet the packet
     */
    public record Sent(IpAddress nextHop, IpPacket packet) {
    }

    private final String name;
    private Optional<InterfaceAddress> address;
    private boolean up = true;
    private final List<Sent> sent = new ArrayList<>();
    private final List<InterfaceListener> listeners = new ArrayList<>();

    /** @param address address and length, such as {@code 10.0.0.1/24} */
    public FakeInterface(String name, String address) {
        this.name = name;
        this.address = Optional.of(InterfaceAddress.parse(address));
    }

    /** Brings the line protocol up or down and tells listeners. */
    public void setUp(boolean newUp) {
        up = newUp;
        listeners.forEach(listener -> listener.changed(this));
    }

    /** Changes the address and tells listeners. */
    public void setAddress(Optional<InterfaceAddress> newAddress) {
        address = newAddress;
        listeners.forEach(listener -> listener.changed(this));
    }

    /** Packets sent so far. */
    public List<Sent> sent() {
        return sent;
    }

    /** Listeners registered so far. */
    protected List<InterfaceListener> listeners() {
        return listeners;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<String> vrf() {
        return Optional.empty();
    }

    @Override
    public Optional<InterfaceAddress> address() {
        return address;
    }

    @Override
    public boolean isUp() {
        return up;
    }

    @Override
    public int mtuBytes() {
        return 1500;
    }

    @Override
    public int bandwidthKbps() {
        return 1_000_000;
    }

    @Override
    public int delayMicros() {
        return 10;
    }

    @Override
    public Origin origin() {
        return Origin.NONE;
    }

    @Override
    public void send(IpPacket packet, IpAddress nextHop) {
        sent.add(new Sent(nextHop, packet));
    }

    @Override
    public void addListener(InterfaceListener listener) {
        listeners.add(listener);
    }
}
