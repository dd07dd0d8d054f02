package dmvpn.sim.cdp;

import dmvpn.sim.cdp.message.CdpTlv;
import dmvpn.sim.show.StateTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Neighbours as {@code show cdp neighbors} of IOS prints them, and as data. */
final class ShowCdp {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int LETTERS = 3;
    private static final String MAKER = "cisco ";
    private static final String HEADING = """
            Capability Codes: R - Router, T - Trans Bridge, B - Source Route Bridge
                              S - Switch, H - Host, I - IGMP, r - Repeater, P - Phone,
                              D - Remote, C - CVTA, M - Two-port Mac Relay

            Device ID        Local Intrfce     Holdtme    Capability  Platform  Port ID
            """;
    private static final List<String> COLUMNS =
            List.of("device", "interface", "address", "port", "platform", "holdTime", "onDemandRouting");

    private ShowCdp() {
    }

    static String neighbors(Collection<CdpPort> ports, long nowNanos) {
        StringBuilder text = new StringBuilder(HEADING);
        int count = 0;
        for (CdpPort port : ports) {
            for (CdpNeighbor neighbor : port.neighbors().values()) {
                count++;
                text.append(String.format(Locale.ROOT, "%-16s %-17s %-17d R        %-9s %s\n", neighbor.deviceId(),
                        shortName(port.link().name()), secondsLeft(neighbor, nowNanos), platform(neighbor).replace(MAKER, ""),
                        shortName(neighbor.portId())));
            }
        }
        return text.append("\nTotal cdp entries displayed : ").append(count).append('\n').toString();
    }

    /** Three letters, a blank and the number, as IOS has it here alone. */
    private static String shortName(String interfaceName) {
        int digits = 0;
        while (digits < interfaceName.length() && !Character.isDigit(interfaceName.charAt(digits))) {
            digits++;
        }
        return interfaceName.substring(0, Math.min(LETTERS, digits)) + " " + interfaceName.substring(digits);
    }

    private static String platform(CdpNeighbor neighbor) {
        return neighbor.frame().first(CdpTlv.Platform.class).map(CdpTlv.Platform::name).orElse("");
    }

    private static long secondsLeft(CdpNeighbor neighbor, long nowNanos) {
        return Math.ceilDiv(neighbor.expiresAtNanos() - nowNanos, NANOS_PER_SECOND);
    }

    static StateTable table(Collection<CdpPort> ports, long nowNanos) {
        List<List<String>> rows = new ArrayList<>();
        for (CdpPort port : ports) {
            for (CdpNeighbor neighbor : port.neighbors().values()) {
                rows.add(List.of(neighbor.deviceId(), port.link().name(), neighbor.address().map(Object::toString).orElse(""),
                        neighbor.portId(), platform(neighbor), secondsLeft(neighbor, nowNanos) + " s", onDemand(neighbor)));
            }
        }
        return new StateTable("CDP neighbors", COLUMNS, rows);
    }

    private static String onDemand(CdpNeighbor neighbor) {
        return neighbor.frame().first(CdpTlv.DefaultGateway.class).map(told -> "default gateway " + told.gateway())
                .or(() -> neighbor.frame().first(CdpTlv.Prefixes.class).map(told -> told.prefixes().size() + " prefixes"))
                .orElse("");
    }
}
