package dmvpn.ui.tests;

/** A model whose run is long. */
public final class LongRun {

    /** A hub and sixty spokes that run until there are more than a million events, nearly all of them keep-alives. */
    public static final String TEXT = """
            network Long

            transport Internet { latency 10ms  dhcp 198.18.0.0/16 }

            cloud Corp {
              overlay 10.255.0.0/16  phase 3
              network-id 100
              routing eigrp 100 { summary 10.0.0.0/8 from hubs  stub spokes }
            }

            hub HQ1 {
              wan Internet 203.0.113.1/24 gateway 203.0.113.254
              lan 10.1.0.0/16
              join Corp as 10.255.0.1
            }

            spoke Branch[1..60] {
              wan Internet dhcp
              lan 10.100.{n}.0/24
              join Corp as 10.255.1.{n} via HQ1
            }

            scenario Long { seed 1  duration 400min }
            """;

    private LongRun() {
    }
}
