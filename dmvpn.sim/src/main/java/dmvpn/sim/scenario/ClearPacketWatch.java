package dmvpn.sim.scenario;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.Device;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.scenario.Expectation;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.underlay.PacketTap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Watches transports for overlay packets in clear: GRE that is not inside ESP, and packets between sites that a router
 * sends to the provider because no tunnel takes them.
 */
final class ClearPacketWatch implements PacketTap {

    private final Map<String, List<Expectation.NoClearOverlayPacket>> watched = new LinkedHashMap<>();
    private final List<Map<String, String>> transportByInterface = new ArrayList<>();
    private final List<IpPrefix> overlayNetworks = new ArrayList<>();
    private final BiConsumer<Expectation.NoClearOverlayPacket, Violation> onViolation;

    /**
     * An overlay packet that crossed in clear.
     *
     * @param node sender
     * @param explanation what it was, for people
     */
    record Violation(int node, String explanation) {
    }

    /** @param onViolation told of the first violation of each expectation, at its instant */
    ClearPacketWatch(CompiledNetwork network, List<Expectation> expectations,
            BiConsumer<Expectation.NoClearOverlayPacket, Violation> onViolation) {
        this.onViolation = onViolation;
        for (Expectation expectation : expectations) {
            if (expectation instanceof Expectation.NoClearOverlayPacket invariant) {
                watched.computeIfAbsent(invariant.transport(), name -> new ArrayList<>()).add(invariant);
            }
        }
        for (Device device : network.devices()) {
            Map<String, String> transports = new LinkedHashMap<>();
            for (NetworkInterface configured : device.interfaces()) {
                configured.transport().ifPresent(transport -> transports.put(configured.name(), transport));
            }
            transportByInterface.add(transports);
        }
        network.hosts().forEach(host -> overlayNetworks.add(host.address().prefix()));
        network.clouds().forEach(cloud -> overlayNetworks.add(cloud.overlay()));
    }

    /** False when there is nothing to watch. */
    boolean isNeeded() {
        return !watched.isEmpty();
    }

    @Override
    public void packet(int node, String interfaceName, long timeNanos, Direction direction, IpPacket packet) {
        if (direction != Direction.SENT || node >= transportByInterface.size()) {
            return;
        }
        String transport = transportByInterface.get(node).get(interfaceName);
        List<Expectation.NoClearOverlayPacket> invariants = transport == null ? null : watched.get(transport);
        if (invariants == null || invariants.isEmpty()) {
            return;
        }
        overlayContent(packet).ifPresent(content -> {
            invariants.forEach(invariant -> onViolation.accept(invariant, new Violation(node,
                    content + " from " + packet.source() + " to " + packet.destination() + " crossed in clear")));
            watched.remove(transport);
        });
    }

    private Optional<String> overlayContent(IpPacket packet) {
        if (packet.protocolNumber() == IpPacket.GRE) {
            return Optional.of("GRE with " + packet.summary());
        }
        return isOverlay(packet.destination()) && isOverlay(packet.source())
                ? Optional.of(packet.summary()) : Optional.empty();
    }

    private boolean isOverlay(IpAddress address) {
        return overlayNetworks.stream().anyMatch(prefix -> prefix.contains(address));
    }
}
