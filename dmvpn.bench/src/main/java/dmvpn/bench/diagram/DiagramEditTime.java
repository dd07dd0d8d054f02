package dmvpn.bench.diagram;

import dmvpn.bench.harness.CpuTime;
import dmvpn.bench.harness.Demand;
import dmvpn.bench.harness.Gauge;
import dmvpn.diagram.edit.ModelEdit;
import dmvpn.diagram.edit.TextEdits;
import dmvpn.dsl.load.ModelLoader;
import dmvpn.dsl.resource.DmvpnResource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** From an edit of a diagram to the edit of its text, proved: creating, connecting, moving, renaming, deleting. */
public final class DiagramEditTime implements Gauge {

    private static final double DEMANDED_MILLIS = 100;
    private static final double PERCENTILE = 0.95;
    private static final int WARM_UP_ROUNDS = 8;

    private static final String HEAD = """
            dmvpn 1
            transport Internet { latency 20ms  dhcp 198.18.0.0/15 }
            transport Mpls { latency 5ms  dhcp 172.16.0.0/16 }
            cloud Corp {
              overlay 10.255.0.0/16  phase 3
              network-id 100  tunnel-key 100
              routing eigrp 100 { summary 10.0.0.0/8 from hubs  stub spokes }
            }
            hub HQ1 { wan Internet 203.0.113.1/24 gateway 203.0.113.254  lan 10.254.0.0/16  join Corp as 10.255.0.1 }
            hub HQ2 { wan Internet 203.0.113.2/24 gateway 203.0.113.254  lan 10.253.0.0/16  join Corp as 10.255.0.2 }
            """;

    private final int routers;

    /** @param routers how many routers the file has */
    public DiagramEditTime(int routers) {
        this.routers = routers;
    }

    @Override
    public String id() {
        return "diagram-edit-" + routers;
    }

    @Override
    public String title() {
        return "an edit of a diagram with " + routers + " routers as an edit of its text: 95 of 100 take no longer";
    }

    @Override
    public String unit() {
        return "ms";
    }

    @Override
    public Demand demand() {
        return new Demand.AtMost(DEMANDED_MILLIS);
    }

    @Override
    public double value() throws Exception {
        DmvpnResource resource = ModelLoader.create().parse("large.dmvpn", text()).resource().orElseThrow();
        List<ModelEdit> edits = edits();
        double[] nanos = new double[edits.size()];
        for (int round = 0; round <= WARM_UP_ROUNDS; round++) {
            for (int index = 0; index < nanos.length; index++) {
                ModelEdit edit = edits.get(index);
                nanos[index] = CpuTime.ofThread(() -> TextEdits.of(resource, edit));
            }
        }
        Arrays.sort(nanos);
        return nanos[(int) Math.ceil(nanos.length * PERCENTILE) - 1] / 1e6;
    }

    private String text() {
        StringBuilder text = new StringBuilder(HEAD);
        for (int number = 1; number <= routers - 2; number++) {
            text.append("\nspoke Site").append(number).append(" {\n  wan  Internet dhcp\n  lan  10.").append(number >> 8).append('.')
                    .append(number & 255).append(".0/24\n  join Corp as 10.255.").append(number + 10 >> 8).append('.')
                    .append(number + 10 & 255).append("  via HQ1\n}\n");
        }
        return text.toString();
    }

    private static List<ModelEdit> edits() {
        Optional<String> any = Optional.empty();
        return List.of(new ModelEdit.CreateSpoke(any, any, any), new ModelEdit.CreateTransport(any), new ModelEdit.CreateCloud(any),
                new ModelEdit.Connect("router:Site7", "router:HQ2", any), new ModelEdit.Attach("router:Site8", "transport:Mpls"),
                new ModelEdit.MoveAttachment("wan:router:Site9>transport:Internet", "transport:Mpls"),
                new ModelEdit.Reconnect("tunnel:router:Site10>router:HQ1@Corp", "router:HQ2"),
                new ModelEdit.Rename("router:HQ1", "Centre"), new ModelEdit.Rename("router:Site11", "Shop"),
                new ModelEdit.SetPhase("cloud:Corp", "2"), new ModelEdit.SetHub("router:Site12"),
                new ModelEdit.SetTunnelAddress("join:router:Site13@cloud:Corp", "10.255.9.9"),
                new ModelEdit.Delete(List.of("router:Site14")), new ModelEdit.Delete(List.of("router:HQ1")),
                new ModelEdit.Delete(List.of("transport:Internet")), new ModelEdit.CreateHost(any, "router:Site15"));
    }
}
