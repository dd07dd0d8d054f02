package dmvpn.diagram.sirius;

/** A model that has everything which a diagram can show. */
final class RichModel {

    static final String TEXT = """
            // two clouds over two transports
            network Rich

            transport Private  { kind mpls-vpn  latency 5ms  reaches Internet }
            transport Internet { latency 20ms  dhcp 198.51.100.0/24 }

            crypto Suite {
              ike v2  encryption aes-gcm-256  prf sha384  group 19
              esp aes-gcm-256  mode transport
              dpd 30s retry 5s  psk secret "wan-psk"
            }

            cloud Primary {
              overlay 10.0.0.0/24  phase 3  network-id 1  tunnel-key 100
              crypto Suite
              preferred over Spare
              routing eigrp 100 { stub spokes }
            }

            cloud Spare {
              overlay 10.0.1.0/24  phase 1  network-id 2  tunnel-key 200
              backup for Primary after 10s   // comes late
            }

            fragment Common { site branches }

            hub HQ1 {
              site headquarters
              wan  Private 10.9.0.1/24 gateway 10.9.0.254
              lan  192.168.1.0/24  blocks icmp
              loopback 10.255.255.1/32
              join Primary as 10.0.0.1
            }

            hub HQ2 {
              site headquarters
              wan  Internet 203.0.113.2/24 gateway 203.0.113.254  behind nat as 192.0.2.80
              lan  192.168.2.0/24
              join Spare as 10.0.1.1
            }

            spoke Branch[1..3] {
              use Common
              wan  Private 10.9.0.{10+n}/24 gateway 10.9.0.254
              wan  Internet dhcp  behind pat inside 192.168.178.0/24  blocks unsolicited
              lan  192.168.{10+n}.0/24
              join Primary as 10.0.0.{10+n}  via HQ1 priority 1  over Private
              join Spare   as 10.0.1.{10+n}  via HQ2  over Internet
            }

            spoke Branch[2] {
              lan  192.168.99.0/24
            }

            spoke Alone {
              wan  Internet dhcp  shutdown
              lan  192.168.50.0/24
              join Spare as 10.0.1.50  via HQ2
            }

            router Core {
              wan  Private 10.9.0.200/24 gateway 10.9.0.254
              lan  192.168.200.0/24
              routing bgp 65000 { neighbor HQ1 as 65001 }
            }

            host Server { behind HQ1  address 192.168.1.10 }
            host Till   { behind Branch[2] }

            scenario Ping {
              seed 1  duration 1min
              at 30s ping every 1s from Alone.lan to HQ1.lan
              expect at 50s Alone.lan reaches HQ1.lan
            }
            """;

    private RichModel() {
    }
}
