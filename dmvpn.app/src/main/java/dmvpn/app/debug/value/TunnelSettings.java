package dmvpn.app.debug.value;

import dmvpn.network.device.Device;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.sim.show.StateTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The settings of a router's tunnels that are in effect: what an operator can change while it runs. */
public final class TunnelSettings {

    /** Name of the table. */
    public static final String TABLE = "Settings";

    /** Column with the name of the cloud. */
    public static final String CLOUD = "cloud";

    private static final List<String> COLUMNS = List.of("tunnel", CLOUD, "holdingTime", "registrationInterval", "mtuBytes", "mssBytes",
            "bandwidthKbps", "delayMicros", "networkId", "tunnelKey", "redirect", "shortcut");

    /** What the language says for a column, and the unit that a bare number has. */
    private static final Map<String, Clause> CLAUSES = clauses();

    /** @param unit unit that a bare number has */
    private record Clause(String words, String unit) {
    }

    private TunnelSettings() {
    }

    private static Map<String, Clause> clauses() {
        Map<String, Clause> clauses = new LinkedHashMap<>();
        clauses.put("holdingTime", new Clause("holdtime", "s"));
        clauses.put("registrationInterval", new Clause("registration every", "s"));
        clauses.put("mtuBytes", new Clause("mtu", ""));
        clauses.put("mssBytes", new Clause("mss", ""));
        clauses.put("bandwidthKbps", new Clause("bandwidth", "kbps"));
        clauses.put("delayMicros", new Clause("delay", "us"));
        clauses.put("networkId", new Clause("network-id", ""));
        clauses.put("tunnelKey", new Clause("tunnel-key", ""));
        clauses.put("redirect", new Clause("redirect", ""));
        clauses.put("shortcut", new Clause("shortcut", ""));
        return clauses;
    }

    /** Those of a router; no rows when it has no tunnel. */
    public static StateTable of(Device device) {
        return new StateTable(TABLE, COLUMNS, device.tunnels().stream().map(TunnelSettings::row).toList());
    }

    private static List<String> row(TunnelInterface tunnel) {
        return List.of(tunnel.name(), tunnel.cloud(), tunnel.nhrp().holdingTimeSeconds() + "s", tunnel.nhrp().registrationIntervalSeconds() + "s",
                tunnel.ipMtuBytes().isPresent() ? Integer.toString(tunnel.ipMtuBytes().getAsInt()) : "",
                tunnel.tcpMssBytes().isPresent() ? Integer.toString(tunnel.tcpMssBytes().getAsInt()) : "",
                Integer.toString(tunnel.bandwidthKbps()), Integer.toString(tunnel.delayMicros()), Long.toString(tunnel.nhrp().networkId()),
                tunnel.key().isPresent() ? Long.toString(tunnel.key().getAsLong()) : "none", word(tunnel.nhrp().redirect()), word(tunnel.nhrp().shortcut()));
    }

    private static String word(boolean on) {
        return on ? "on" : "off";
    }

    /** Whether an operator can change the values of a column. */
    public static boolean isChangeable(String column) {
        return CLAUSES.containsKey(column);
    }

    /** What the language says for a value of a column. */
    public static String clause(String column, String value) {
        Clause clause = CLAUSES.get(column);
        return clause.words() + " " + value + (value.matches("\\d+") ? clause.unit() : "");
    }
}
