package dmvpn.sim.nhrp;

import dmvpn.sim.show.ElapsedTime;
import dmvpn.sim.show.IosAddress;
import java.util.List;
import java.util.Locale;

/** {@code show ip nhrp nhs detail} and {@code show ipv6 nhrp nhs detail} in the layout of IOS-XE 17.15. */
final class ShowNextHopServers {

    private final long nowNanos;

    ShowNextHopServers(long nowNanos) {
        this.nowNanos = nowNanos;
    }

    String print(List<NhrpInterface> interfaces) {
        StringBuilder text = new StringBuilder();
        StringBuilder pending = new StringBuilder();
        for (NhrpInterface nhrp : interfaces) {
            if (nhrp.servers().isEmpty()) {
                continue;
            }
            text.append(nhrp.tunnel().name()).append(":\n");
            for (RegistrationClient client : nhrp.servers().clients()) {
                server(text, client);
                if (client.isPending()) {
                    pending(pending, nhrp, client);
                }
            }
        }
        if (text.isEmpty()) {
            return "";
        }
        text.insert(0, "Legend: E=Expecting replies, R=Responding, W=Waiting, D=Dynamic\n");
        if (!pending.isEmpty()) {
            text.append("\nPending Registration Requests:\n").append(pending);
        }
        return text.toString();
    }

    private void server(StringBuilder text, RegistrationClient client) {
        text.append(String.format(Locale.ROOT,
                "%s  %s  NBMA Address: %s priority = %d cluster = %d  req-sent %d  req-failed %d  repl-recv %d",
                IosAddress.of(client.server().protocolAddress()), status(client), IosAddress.of(client.server().nbmaAddress()),
                client.server().priority(), client.server().cluster(), client.counters().requestsSent(),
                client.counters().requestsFailed(), client.counters().repliesReceived()));
        if (client.counters().repliesReceived() > 0) {
            text.append(" (").append(ElapsedTime.format(nowNanos - client.counters().lastReplyAtNanos())).append(" ago)");
        }
        text.append("\n Current Request ID: ").append(client.requestId()).append(" (Ack: ")
                .append(client.counters().acknowledgedRequestId()).append(")\n Protection Socket Requested: ")
                .append(client.isSocketRequested() ? "TRUE" : "FALSE").append('\n');
    }

    /** How a server does, by the letters of the legend. */
    static String status(RegistrationClient client) {
        if (client.isWaiting()) {
            return " W";
        }
        return client.isUp() ? "RE" : " E";
    }

    private static void pending(StringBuilder text, NhrpInterface nhrp, RegistrationClient client) {
        text.append("Registration Request: Reqid ").append(client.requestId()).append(", Ret ")
                .append(client.waitSeconds()).append("  NHS ").append(IosAddress.of(client.server().protocolAddress()));
        if (client.state() == RegistrationClient.State.DOWN) {
            text.append(" expired");
        }
        text.append(" (").append(nhrp.tunnel().name().replace("Tunnel", "Tu")).append(")\n");
    }
}
