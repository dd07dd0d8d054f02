package dmvpn.app.simulate;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.device.Device;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.sim.RouterView;
import dmvpn.sim.invariant.Violation;
import dmvpn.sim.nhrp.DebugNhrpPacket;
import dmvpn.sim.nhrp.message.NhrpPacket;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.scenario.Verdict;
import dmvpn.sim.trace.FieldValue;
import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.trace.TimeText;
import dmvpn.sim.tunnel.GrePacket;
import dmvpn.sim.underlay.PacketTap;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;

/**
 * Shows a run as the routers' own debugs and log do: NHRP packets part by part, changes of the NHRP cache, and the messages
 * of the log on sockets, servers and clients. A line begins with the time and the router.
 */
final class DebugOutput implements RunOutput, PacketTap {

    private record Waiting(int eventsBefore, List<String> lines) {
    }

    private final Consumer<String> out;
    private final CompiledNetwork network;
    private final IntPredicate shown;
    private final List<Waiting> packets = new ArrayList<>();
    private IntSupplier traceSize = () -> 0;

    /**
     * @param shown tells of a router by its index whether it is shown
     */
    DebugOutput(Consumer<String> out, CompiledNetwork network, IntPredicate shown) {
        this.out = out;
        this.network = network;
        this.shown = shown;
    }

    /** @param size number of events recorded so far, to put packets and events in order */
    void attach(IntSupplier size) {
        traceSize = size;
    }

    @Override
    public void begin(String networkName, String scenario, long seed, long lengthNanos) {
        out.accept("! Network " + networkName + (scenario.isEmpty() ? "" : ", scenario " + scenario) + ", seed " + seed);
    }

    @Override
    public void packet(int node, String interfaceName, long timeNanos, Direction direction, IpPacket packet) {
        if (node >= network.devices().size() || !shown.test(node)) {
            return;
        }
        OptionalLong key = OptionalLong.empty();
        Packet layer = packet;
        while (layer != null) {
            if (layer instanceof GrePacket gre) {
                key = gre.key();
            } else if (layer instanceof NhrpPacket nhrp) {
                add(network.devices().get(node), interfaceName, key, timeNanos, direction, nhrp);
            }
            layer = layer.payload().orElse(null);
        }
    }

    private void add(Device device, String interfaceName, OptionalLong key, long timeNanos, Direction direction,
            NhrpPacket packet) {
        TunnelInterface tunnel = device.tunnels().stream()
                .filter(each -> each.sourceInterface().equals(interfaceName) && each.key().equals(key)).findFirst()
                .or(() -> device.tunnels().stream().findFirst()).orElse(null);
        if (tunnel == null) {
            return;
        }
        List<String> lines = DebugNhrpPacket.lines(direction == Direction.SENT ? "Send" : "Receive", tunnel.name(),
                tunnel.vrf(), packet);
        packets.add(new Waiting(traceSize.getAsInt(),
                lines.stream().map(line -> head(timeNanos, device.name()) + line).toList()));
    }

    private static String head(long timeNanos, String router) {
        return TimeText.instant(timeNanos) + " " + router + ": ";
    }

    @Override
    public void event(RecordedEvent event) {
        printPackets(event.index());
        String line = line(event);
        if (!line.isEmpty()) {
            out.accept(head(event.timeNanos(), event.nodeName()) + line);
        }
    }

    private static String line(RecordedEvent event) {
        String tunnel = text(event, "tunnel");
        return switch (event.protocol() + " " + event.message()) {
            case "NHRP cache entry added" -> cache("add", event);
            case "NHRP cache entry updated" -> cache("update", event);
            case "NHRP cache entry removed" -> cache("delete", event) + reason(event);
            case "NHRP NHS up" -> "%DMVPN-5-NHRP_NHS_UP: " + peer(event) + reason(event);
            case "NHRP NHS down" -> "%DMVPN-5-NHRP_NHS_DOWN: " + peer(event) + reason(event);
            case "NHRP NHC up" -> "%DMVPN-5-NHRP_NHC_UP: " + peer(event) + reason(event);
            case "NHRP NHC down" -> "%DMVPN-5-NHRP_NHC_DOWN: " + peer(event) + reason(event);
            case "IPsec socket is UP", "IPsec socket is DOWN" -> "%DMVPN-5-CRYPTO_SS: " + tunnel + "-"
                    + text(event, "peer") + " " + event.message() + reason(event);
            case "IPsec %CRYPTO-4-RECVD_PKT_NOT_IPSEC" -> event.message() + ": " + text(event, "source") + " to "
                    + text(event, "destination") + reason(event);
            default -> "";
        };
    }

    private static String cache(String change, RecordedEvent event) {
        return "NHRP: " + text(event, "tunnel") + ": Cache " + change + " for target " + text(event, "target") + " next-hop "
                + text(event, "nextHop");
    }

    private static String peer(RecordedEvent event) {
        return text(event, "tunnel") + " " + text(event, "protocolAddress") + " NBMA " + text(event, "nbmaAddress");
    }

    private static String reason(RecordedEvent event) {
        return event.reason().isEmpty() ? "" : " (" + event.reason() + ")";
    }

    private static String text(RecordedEvent event, String field) {
        return event.field(field).map(FieldValue::text).orElse("-");
    }

    @Override
    public void stepped() {
        printPackets(Integer.MAX_VALUE);
    }

    private void printPackets(int beforeEvent) {
        while (!packets.isEmpty() && packets.getFirst().eventsBefore() <= beforeEvent) {
            packets.removeFirst().lines().forEach(out);
        }
    }

    @Override
    public void tables(RouterView router) {
        // Debugs show what happens; tables are what 'dmvpn show' prints.
    }

    @Override
    public void verdict(Verdict verdict) {
        out.accept("! " + (verdict.passed() ? "passed  " : "FAILED  ") + verdict.text()
                + (verdict.explanation().isEmpty() ? "" : ": " + verdict.explanation()));
    }

    @Override
    public void violation(Violation violation) {
        out.accept("! FAILED  " + violation.text());
    }
}
