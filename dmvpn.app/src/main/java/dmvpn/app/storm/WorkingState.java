package dmvpn.app.storm;

import dmvpn.sim.RouterView;
import dmvpn.sim.Simulation;
import dmvpn.sim.scenario.PingResult;
import dmvpn.sim.show.StateTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What works in a network at an instant.
 *
 * @param servers how many next-hop servers answer each tunnel of each client, by router and tunnel
 * @param pairs the pairs of hosts of which one gets answers from the other
 */
record WorkingState(Map<String, Integer> servers, Set<String> pairs) {

    /** Of so many requests at the end of a ping one must be answered: a transport may lose some at any time. */
    private static final int LAST_REQUESTS = 5;

    /** That of a run at its end, by the pings whose names are the pairs. */
    static WorkingState of(Simulation simulation, Set<String> wanted) {
        Map<String, Integer> servers = new LinkedHashMap<>();
        for (RouterView router : simulation.routers()) {
            router.stateTable("NHRP next-hop servers").ifPresent(table -> count(router.name(), table, servers));
        }
        Set<String> pairs = new LinkedHashSet<>();
        for (PingResult ping : simulation.pings()) {
            List<PingResult.Request> requests = ping.requests();
            boolean answers = requests.stream().skip(Math.max(0, requests.size() - LAST_REQUESTS))
                    .anyMatch(request -> request.answeredNanos().isPresent());
            if (answers && wanted.contains(ping.ping().name())) {
                pairs.add(ping.ping().name());
            }
        }
        return new WorkingState(servers, pairs);
    }

    private static void count(String router, StateTable table, Map<String, Integer> servers) {
        int tunnel = table.columns().indexOf("tunnel");
        int state = table.columns().indexOf("state");
        table.rows().stream().filter(row -> row.get(state).equals("up"))
                .forEach(row -> servers.merge(router + " " + row.get(tunnel), 1, Integer::sum));
    }

    /** What works there and not here, for people. */
    List<String> missing(WorkingState there) {
        List<String> missing = new ArrayList<>();
        there.servers.forEach((client, count) -> {
            int here = servers.getOrDefault(client, 0);
            if (here < count) {
                missing.add(client + ": " + here + " of " + count + (count == 1 ? " next-hop server answers" : " next-hop servers answer"));
            }
        });
        there.pairs.stream().filter(pair -> !pairs.contains(pair)).forEach(pair -> missing.add(pair + ": no answer to pings"));
        return missing;
    }
}
