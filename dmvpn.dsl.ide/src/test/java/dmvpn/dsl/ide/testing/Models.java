package dmvpn.dsl.ide.testing;

/** Texts that tests edit. */
public final class Models {

    /** A Phase 3 cloud of one hub and two spokes, without a problem worse than information. */
    public static final String PHASE_3 = """
            network Demo

            transport Internet { latency 10ms  dhcp 198.18.0.0/16 }

            crypto Suite {
              ike v2  encryption aes-gcm-256  prf sha384  group 20
              esp aes-gcm-256  mode transport
              dpd 30s retry 5s on-demand
              psk secret "wan-psk"
            }

            cloud Corp {
              overlay 10.255.0.0/24  phase 3
              network-id 100  tunnel-key 100  authentication "NHRP1"
              holdtime 10min  mtu 1400  mss 1360
              registration no-unique  bandwidth 100Mbps
              crypto Suite
              routing eigrp 100 { summary 10.0.0.0/8 from hubs  stub spokes }
            }

            hub HQ1 {
              wan Internet 203.0.113.1/24 gateway 203.0.113.254
              lan 10.1.0.0/16
              join Corp as 10.255.0.1
            }

            spoke Branch[1..2] {
              wan Internet dhcp
              lan 10.100.{n}.0/24
              join Corp as 10.255.0.{10+n} via HQ1
            }
            """;

    private Models() {
    }
}
