package dmvpn.sim.underlay;

import dmvpn.network.device.BlockedTraffic;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.packet.IpFragment;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.PortPacket;
import dmvpn.sim.underlay.Passage.Dropped;
import dmvpn.sim.underlay.UnderlayEvent.LossCause;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A firewall in front of one uplink: drops protocols and ports, and what comes in without having been asked for. */
final class Firewall {

    private final List<BlockedTraffic> blocked;
    private final Optional<BlockedTraffic> unsolicited;
    private final Scheduler scheduler;
    /** When the last packet of a flow that started inside passed: looked up, never iterated. */
    private final Map<Flow, Long> usedAtNanos = new HashMap<>();

    Firewall(List<BlockedTraffic> blocked, Scheduler scheduler) {
        this.blocked = blocked.stream().filter(traffic -> !traffic.isUnsolicited()).toList();
        this.unsolicited = blocked.stream().filter(BlockedTraffic::isUnsolicited).findFirst();
        this.scheduler = scheduler;
    }

    /** True when it looks at ports to find out what belongs to what, and so puts fragments together. */
    boolean followsFlows() {
        return unsolicited.isPresent();
    }

    /** Why a packet does not get out, empty when it does. */
    Optional<Dropped> outward(IpPacket packet) {
        Optional<Dropped> drop = blocked(packet);
        if (drop.isEmpty() && unsolicited.isPresent()) {
            usedAtNanos.put(Flow.leaving(packet), scheduler.nowNanos());
        }
        return drop;
    }

    /** Why a packet does not get in, empty when it does. */
    Optional<Dropped> inward(IpPacket packet) {
        Optional<Dropped> drop = blocked(packet);
        if (drop.isPresent() || unsolicited.isEmpty()) {
            return drop;
        }
        Flow flow = Flow.entering(packet);
        Long used = usedAtNanos.get(flow);
        if (used == null || scheduler.nowNanos() - used >= FlowTimeout.ofProtocol(flow.protocolNumber())) {
            usedAtNanos.remove(flow);
            return Optional.of(new Dropped(LossCause.UNSOLICITED, unsolicited.get().origin()));
        }
        usedAtNanos.put(flow, scheduler.nowNanos());
        return Optional.empty();
    }

    /** True when no packet of an IP protocol passes, whatever its ports. */
    boolean blocksAll(int protocolNumber) {
        return blocked.stream().anyMatch(traffic -> traffic.port().isEmpty()
                && traffic.protocol().filter(protocol -> protocol.isNumber(protocolNumber)).isPresent());
    }

    /** What drops the pieces of a packet whatever it is, whether it comes or goes. */
    Optional<Dropped> blockedInPieces() {
        return blocked.stream().filter(BlockedTraffic::fragments).findFirst()
                .map(traffic -> new Dropped(LossCause.BLOCKED, traffic.origin()));
    }

    /** What drops a packet, whether it comes or goes. Of fragments only the first has ports. */
    Optional<Dropped> blocked(IpPacket packet) {
        return blocked.stream().filter(traffic -> matches(traffic, packet)).findFirst()
                .map(traffic -> new Dropped(LossCause.BLOCKED, traffic.origin()));
    }

    private static boolean matches(BlockedTraffic traffic, IpPacket packet) {
        if (traffic.fragments()) {
            return packet.content() instanceof IpFragment;
        }
        return traffic.protocol().filter(protocol -> protocol.isNumber(packet.protocolNumber())).isPresent()
                && (traffic.port().isEmpty() || packet.readableContent() instanceof PortPacket datagram
                        && datagram.destinationPort() == traffic.port().getAsInt());
    }
}
