package dmvpn.sim.invariant;

import dmvpn.network.device.Device;
import dmvpn.network.device.NetworkInterface;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What leaves an interface is no larger than its MTU (RFC 791 section 3.2): larger packets leave in pieces, or not at all. */
final class PacketsFitTheirLink implements Invariant.OfSent {

    /** By router; MTUs of interfaces do not change in a run. */
    private final Map<Integer, Map<String, Integer>> mtuBytes = new HashMap<>();
    private int[] smallestMtuBytes = new int[16];

    @Override
    public String name() {
        return "no packet is larger than the MTU of its link";
    }

    @Override
    public void sent(Crossing crossing, Complaints complaints) {
        if (crossing.lengthBytes() <= smallestMtuBytes(crossing)) {
            return;
        }
        Integer mtu = mtuBytes.computeIfAbsent(crossing.node(), node -> mtus(crossing.network(), node))
                .get(crossing.interfaceName());
        int lengthBytes = crossing.lengthBytes();
        if (mtu != null && lengthBytes > mtu) {
            complaints.complain("a packet of " + lengthBytes + " bytes to " + crossing.packet().destination() + " left "
                    + crossing.interfaceName() + ", whose MTU is " + mtu);
        }
    }

    /** Nearly all packets are smaller than any MTU of their router. */
    private int smallestMtuBytes(Crossing crossing) {
        int node = crossing.node();
        if (node >= smallestMtuBytes.length) {
            smallestMtuBytes = Arrays.copyOf(smallestMtuBytes, Math.max(2 * smallestMtuBytes.length, node + 1));
        }
        if (smallestMtuBytes[node] == 0) {
            smallestMtuBytes[node] = mtus(crossing.network(), node).values().stream().mapToInt(Integer::intValue).min()
                    .orElse(Integer.MAX_VALUE);
        }
        return smallestMtuBytes[node];
    }

    private static Map<String, Integer> mtus(LiveNetwork network, int node) {
        Map<String, Integer> found = new HashMap<>();
        network.device(node).map(Device::interfaces).ifPresent(interfaces -> {
            for (NetworkInterface configured : interfaces) {
                found.put(configured.name(), configured.mtuBytes());
            }
        });
        return found;
    }
}
