package dmvpn.app.debug;

import dmvpn.sim.ike.v1.message.IsakmpPacket;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.snapshot.Timeless;
import dmvpn.sim.underlay.PacketTap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The messages of IKEv1 so far: the bytes of an encrypted one depend on those before it. Repetitions of the run have the same
 * ones, so only their number goes back with it.
 */
final class KeyExchangeMessages implements PacketTap {

    private record Message(long initiatorCookie, IpPacket packet) {
    }

    private static final class Known implements Timeless {
        private final List<Message> messages = new ArrayList<>();
    }

    private final Known known = new Known();
    private int count;

    @Override
    public void packet(int node, String interfaceName, long timeNanos, Direction direction, IpPacket packet) {
        if (direction == Direction.SENT) {
            messageOf(packet).ifPresent(message -> {
                if (count == known.messages.size()) {
                    known.messages.add(new Message(message.initiatorCookie(), packet));
                }
                count++;
            });
        }
    }

    /** Those of the exchange that a packet belongs to, in their order; none when it is of no such exchange. */
    List<IpPacket> before(IpPacket packet) {
        return messageOf(packet).map(last -> known.messages.subList(0, count).stream()
                .filter(message -> message.initiatorCookie() == last.initiatorCookie()).map(Message::packet).toList()).orElse(List.of());
    }

    private static Optional<IsakmpPacket> messageOf(IpPacket packet) {
        Packet layer = packet;
        while (layer != null) {
            if (layer instanceof IsakmpPacket message) {
                return Optional.of(message);
            }
            layer = layer.payload().orElse(null);
        }
        return Optional.empty();
    }
}
