package dmvpn.ui.tests;

/** Models that the tests edit and run. */
final class Models {

    /** A Phase 3 cloud of one hub and two spokes. */
    static final String PHASE_3 = """
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

            scenario FirstPacket {
              seed 1  duration 110s
              at 100s ping every 1s from Branch[1].lan to Branch[2].lan
              expect at 105s path Branch[1].lan to Branch[2].lan is direct
            }
            """;

    private Models() {
    }

    /** The number, from 1, of the first line that contains a text. */
    static int lineOf(String text) {
        return PHASE_3.substring(0, PHASE_3.indexOf(text)).split("\n", -1).length;
    }
}
