package dmvpn.bench.language;

import org.eclipse.lsp4j.Position;

/** A model with one hub and many spokes, each written out. */
final class WrittenOutModel {

    private static final String HEAD = """
            dmvpn 1
            network Large
            transport Internet { latency 20ms jitter 5ms loss 0.1%  dhcp 198.18.0.0/15 }
            crypto Suite {
              ike v2  encryption aes-gcm-256  prf sha384  group 20  lifetime 24h
              esp aes-gcm-256  mode transport  lifetime 1h
              dpd 30s retry 5s on-demand  psk secret "wan-psk"
            }
            cloud Corp {
              overlay 10.255.0.0/16  phase 3
              network-id 100  tunnel-key 100  authentication "NHRP1"
              holdtime 10min  registration no-unique  mtu 1400  mss 1360  bandwidth 50Mbps
              crypto Suite
              routing eigrp 100 { summary 10.0.0.0/8 from hubs  stub spokes }
            }
            hub HQ {
              wan  Internet  203.0.113.1/24 gateway 203.0.113.254
              lan  10.254.0.0/16
              join Corp as 10.255.0.1
            }
            """;

    private WrittenOutModel() {
    }

    /** @param spokes how many, at most 60,000 */
    static String withSpokes(int spokes) {
        StringBuilder text = new StringBuilder(HEAD);
        for (int number = 1; number <= spokes; number++) {
            int address = number + 10;
            text.append("\nspoke Site").append(number).append(" {\n  wan  Internet dhcp\n  lan  10.").append(number >> 8).append('.')
                    .append(number & 255).append(".0/24\n  join Corp as 10.255.").append(address >> 8).append('.').append(address & 255)
                    .append("  via HQ priority 1\n}\n");
        }
        return text.toString();
    }

    /** @param members how many members the family of spokes has, at most 60,000 */
    static String withFamily(int members) {
        return HEAD + "\nspoke Site[1.." + members + "] {\n  wan  Internet dhcp\n  lan  10.{n/256}.{n%256}.0/24\n"
                + "  join Corp as 10.255.{(n+10)/256}.{(n+10)%256}  via HQ priority 1\n}\n";
    }

    /** The line and character of an offset. */
    static Position position(String text, int offset) {
        int line = (int) text.substring(0, offset).chars().filter(character -> character == '\n').count();
        return new Position(line, offset - text.lastIndexOf('\n', offset - 1) - 1);
    }

    /** Where the one number stands that an edit changes: a digit of the network of the spoke in the middle. */
    static int editOffset(String text, int spokes) {
        int spoke = text.indexOf("spoke Site" + spokes / 2 + " {");
        return text.indexOf("lan  10.", spoke) + "lan  1".length();
    }
}
