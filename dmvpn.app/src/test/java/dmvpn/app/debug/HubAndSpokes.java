package dmvpn.app.debug;

import dmvpn.app.RequestException;
import dmvpn.app.debug.value.DebugVariable;
import dmvpn.app.model.ModelReader;
import dmvpn.sim.trace.RecordedEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A Phase 3 cloud of one hub and two spokes, and the ways through a run of it. */
final class HubAndSpokes {

    static final String MODEL = """
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
              registration no-unique
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
            }
            """;

    static final int HUB = 0;
    static final int BRANCH_1 = 1;

    private HubAndSpokes() {
    }

    /** Writes the model into a folder. */
    static Path write(Path folder) throws IOException {
        return Files.writeString(folder.resolve("net.dmvpn"), MODEL);
    }

    /** A session of its first scenario, before the first event. */
    static DebugSession start(Path file) throws RequestException {
        return new DebugSessions(ModelReader.standalone()).start(file, "");
    }

    /** Steps to an event. */
    static void stepTo(DebugSession session, String node, String protocol, String message) {
        while (session.stepToNextEvent()) {
            RecordedEvent event = session.event().orElseThrow();
            if (event.nodeName().equals(node) && event.protocol().equals(protocol) && event.message().equals(message)) {
                return;
            }
        }
        throw new AssertionError("No event " + protocol + " " + message + " on " + node);
    }

    /** A variable by its name. */
    static DebugVariable variable(List<DebugVariable> variables, String name) {
        return variables.stream().filter(variable -> variable.name().equals(name)).findFirst()
                .orElseThrow(() -> new AssertionError("No variable " + name + " in " + variables));
    }

    /** A line of the model without its indentation. */
    static String line(int number) {
        return MODEL.split("\n")[number - 1].strip();
    }
}
