package dmvpn.bench.simulation;

import dmvpn.app.model.ModelReader;
import dmvpn.app.model.ReadModel;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.network.CompiledNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One hub and many spokes, each written out: Phase 3, IKEv2, EIGRP with a summary from the hub unless told otherwise. */
public final class StarModel {

    private static final int MOST_SPOKES = 30_000;
    private static final int ADDRESSES_PER_ROW = 250;

    private static final String HEAD = """
            network Star

            transport Internet { latency 10ms  dhcp 198.18.0.0/16 }

            crypto Suite {
              ike v2  encryption aes-gcm-256  prf sha384  group 19  lifetime 24h
              esp aes-gcm-256  mode transport  lifetime 1h
              dpd 30s retry 5s  psk secret "wan-psk"
            }

            cloud Corp {
              overlay 10.0.0.0/16  phase 3
              network-id 1  tunnel-key 100  holdtime 10min  registration no-unique
              mtu 1400  mss 1360  bandwidth 100Mbps
              crypto Suite
              routing %s
            }

            hub HQ {
              wan  Internet  203.0.113.1/24 gateway 203.0.113.254
              lan  10.127.0.0/16
              join Corp as 10.0.0.1
            }
            """;

    private StarModel() {
    }

    /**
     * The model's text.
     *
     * @param spokes number of spokes, 1 to 30,000
     */
    public static String text(int spokes) {
        return text(spokes, StarRouting.EIGRP);
    }

    /**
     * The model's text with a routing protocol.
     *
     * @param spokes number of spokes, 1 to 30,000
     */
    static String text(int spokes, StarRouting routing) {
        if (spokes < 1 || spokes > MOST_SPOKES) {
            throw new IllegalArgumentException("A star has 1 to " + MOST_SPOKES + " spokes, not " + spokes);
        }
        StringBuilder text = new StringBuilder(HEAD.formatted(routing.clause()));
        for (int spoke = 1; spoke <= spokes; spoke++) {
            int address = spoke + ADDRESSES_PER_ROW;
            text.append("\nspoke Branch").append(spoke).append(" {\n  wan  Internet dhcp\n  lan  10.")
                    .append(128 + (spoke >> 8)).append('.').append(spoke & 255).append(".0/24\n  join Corp as 10.0.")
                    .append(address / ADDRESSES_PER_ROW).append('.').append(1 + address % ADDRESSES_PER_ROW)
                    .append(" via HQ\n}\n");
        }
        return text.toString();
    }

    /** The compiled network. */
    public static CompiledNetwork network(int spokes) throws IOException {
        return network(spokes, StarRouting.EIGRP);
    }

    static CompiledNetwork network(int spokes, StarRouting routing) throws IOException {
        Path file = Files.createTempFile("star", ".dmvpn");
        try {
            Files.writeString(file, text(spokes, routing));
            ReadModel model = ModelReader.standalone().read(List.of(file), ProgressMonitor.NONE).getFirst();
            return model.soundNetwork().orElseThrow(() -> new IllegalStateException(
                    "The model of the benchmark is wrong: " + model.problems().getFirst().text()));
        } finally {
            Files.delete(file);
        }
    }
}
