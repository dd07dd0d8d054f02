package dmvpn.sim.nhrp;

import dmvpn.sim.nhrp.message.MessageType;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * {@code show ip nhrp traffic} and {@code show ipv6 nhrp traffic} in the layout of IOS-XE (genieparser, ShowIpNhrpTraffic and
 * ShowIpNhrpTrafficDetail). The router here has no queue of packets, so that the line on it is left out.
 */
final class ShowNhrpTraffic {

    private static final List<List<MessageType>> LINES = List.of(
            List.of(MessageType.RESOLUTION_REQUEST, MessageType.RESOLUTION_REPLY, MessageType.REGISTRATION_REQUEST),
            List.of(MessageType.REGISTRATION_REPLY, MessageType.PURGE_REQUEST, MessageType.PURGE_REPLY),
            List.of(MessageType.ERROR_INDICATION, MessageType.TRAFFIC_INDICATION));

    private final boolean detail;

    /** @param detail true for {@code show ip nhrp traffic detail} */
    ShowNhrpTraffic(boolean detail) {
        this.detail = detail;
    }

    String print(List<NhrpInterface> interfaces) {
        StringBuilder text = new StringBuilder();
        if (detail) {
            global(text, interfaces.stream().map(nhrp -> nhrp.transmitter().traffic()).toList());
        }
        for (NhrpInterface nhrp : interfaces) {
            NhrpTraffic traffic = nhrp.transmitter().traffic();
            text.append(nhrp.tunnel().name()).append(": ").append(limit(nhrp.transmitter().allowance())).append('\n');
            section(text, "Sent", traffic.allSent(), traffic::sent, traffic.suppressedRedirects());
            section(text, "Rcvd", traffic.allReceived(), traffic::received, 0);
            if (detail) {
                section(text, "Fwd", traffic.allForwarded(), traffic::forwarded, 0);
            }
        }
        return text.toString();
    }

    private static void global(StringBuilder text, List<NhrpTraffic> all) {
        text.append("Global statistics:\n");
        section(text, "Sent", sum(all, NhrpTraffic::allSent), type -> sum(all, traffic -> traffic.sent(type)),
                sum(all, NhrpTraffic::suppressedRedirects));
        section(text, "Rcvd", sum(all, NhrpTraffic::allReceived), type -> sum(all, traffic -> traffic.received(type)), 0);
    }

    private static long sum(List<NhrpTraffic> all, ToLongFunction<NhrpTraffic> countOf) {
        return all.stream().mapToLong(countOf).sum();
    }

    private static String limit(SendAllowance allowance) {
        return allowance.limit().map(limit -> "Max-send limit:" + limit.packets() + "Pkts/" + limit.seconds() + "Sec, Usage:"
                + allowance.usedPercent() + "%").orElse("No limit");
    }

    private static void section(StringBuilder text, String title, long all, ToLongFunction<MessageType> countOf,
            long suppressedRedirects) {
        text.append("   ").append(title).append(": Total ").append(all).append('\n');
        for (List<MessageType> line : LINES) {
            text.append("        ");
            line.forEach(type -> text.append(' ').append(countOf.applyAsLong(type)).append(' ').append(type.title()).append(' '));
            if (line.contains(MessageType.TRAFFIC_INDICATION)) {
                text.append(' ').append(suppressedRedirects).append(" Redirect Suppress");
            }
            while (text.charAt(text.length() - 1) == ' ') {
                text.setLength(text.length() - 1);
            }
            text.append('\n');
        }
    }
}
