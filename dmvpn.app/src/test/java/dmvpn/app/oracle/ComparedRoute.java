package dmvpn.app.oracle;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.sim.show.StateTable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What is compared of a route that a router uses.
 *
 * @param protocol where it has the route from, such as {@code static} or {@code ospf}
 * @param distance administrative distance
 * @param metric metric
 * @param nextHops next hops with their interfaces; {@code 10.0.0.1 recursive} where another route than that of a connected
 *     network leads to the next hop
 */
record ComparedRoute(String protocol, int distance, long metric, TreeSet<String> nextHops) {

    private static final String DISCARD = "discard";

    /** Routes in use by prefix, as FRRouting's {@code show ip route json} or {@code show ipv6 route json} prints them. */
    static Map<String, ComparedRoute> ofFrr(String json) {
        Map<String, ComparedRoute> routes = new TreeMap<>();
        JsonParser.parseString(json).getAsJsonObject().entrySet().forEach(entry -> {
            for (JsonElement element : entry.getValue().getAsJsonArray()) {
                JsonObject candidate = element.getAsJsonObject();
                if (isTrue(candidate, "selected") && !entry.getKey().startsWith("fe80:")) {
                    routes.put(entry.getKey(), ofFrr(candidate));
                }
            }
        });
        return routes;
    }

    /** The same with other addresses of next hops. */
    ComparedRoute withNextHops(UnaryOperator<String> address) {
        TreeSet<String> replaced = new TreeSet<>();
        nextHops.forEach(nextHop -> {
            int end = nextHop.indexOf(' ');
            replaced.add(end < 0 ? nextHop : address.apply(nextHop.substring(0, end)) + nextHop.substring(end));
        });
        return new ComparedRoute(protocol, distance, metric, replaced);
    }

    private static ComparedRoute ofFrr(JsonObject candidate) {
        TreeSet<String> nextHops = new TreeSet<>();
        for (JsonElement element : candidate.getAsJsonArray("nexthops")) {
            JsonObject nextHop = element.getAsJsonObject();
            if (isTrue(nextHop, "active") && !isTrue(nextHop, "resolver")) {
                nextHops.add(nextHopOfFrr(nextHop));
            }
        }
        return new ComparedRoute(candidate.get("protocol").getAsString().replace("ospf6", "ospf"), candidate.get("distance").getAsInt(),
                candidate.get("metric").getAsLong(), nextHops);
    }

    private static String nextHopOfFrr(JsonObject nextHop) {
        if (isTrue(nextHop, "blackhole")) {
            return DISCARD;
        }
        if (isTrue(nextHop, "recursive")) {
            return nextHop.get("ip").getAsString() + " recursive";
        }
        String port = nextHop.get("interfaceName").getAsString();
        return nextHop.has("ip") ? nextHop.get("ip").getAsString() + " " + port : "connected " + port;
    }

    private static boolean isTrue(JsonObject object, String name) {
        return object.has(name) && object.get(name).getAsBoolean();
    }

    /**
     * Routes in use by prefix, of the table {@code Routes} of a simulated router. Routes to own addresses, which FRRouting 8.4
     * does not have, are left out.
     */
    static Map<String, ComparedRoute> ofSimulation(StateTable table) {
        List<Row> rows = table.rows().stream().map(values -> Row.of(table.columns(), values))
                .filter(row -> row.state().equals("used") && !row.source().equals("LOCAL")).toList();
        Map<String, ComparedRoute> routes = new TreeMap<>();
        for (Row row : rows) {
            routes.computeIfAbsent(row.prefix().toString(), prefix -> new ComparedRoute(protocol(row.source()), row.distance(),
                    row.metric(), new TreeSet<>())).nextHops().add(row.nextHopText(rows.stream()));
        }
        return routes;
    }

    /** FRRouting has one name for all kinds of a protocol's routes. */
    private static String protocol(String source) {
        return source.split("_")[0].toLowerCase(Locale.ROOT);
    }

    /** A row of the simulated table. */
    private record Row(IpPrefix prefix, String source, int distance, long metric, String nextHop, String port, String state) {

        static Row of(List<String> columns, List<String> values) {
            return new Row(IpPrefix.parse(values.get(columns.indexOf("prefix"))), values.get(columns.indexOf("source")),
                    Integer.parseInt(values.get(columns.indexOf("distance"))),
                    Long.parseLong(values.get(columns.indexOf("metric"))), values.get(columns.indexOf("nextHop")),
                    values.get(columns.indexOf("interface")), values.get(columns.indexOf("state")));
        }

        String nextHopText(Stream<Row> all) {
            if (port.equals("Null0")) {
                return DISCARD;
            }
            if (nextHop.isEmpty()) {
                return "connected " + port;
            }
            if (!port.isEmpty()) {
                return nextHop + " " + port;
            }
            Optional<Row> covering = all.filter(row -> row.prefix().contains(IpAddress.parse(nextHop)))
                    .max(Comparator.comparingInt(row -> row.prefix().length()));
            return nextHop + " " + covering.filter(row -> row.source().equals("CONNECTED")).map(Row::port).orElse("recursive");
        }
    }
}
