package dmvpn.sim.bfd;

import dmvpn.network.address.Ipv4Address;
import dmvpn.network.address.Ipv6Address;
import dmvpn.sim.bfd.message.BfdDiagnostic;
import dmvpn.sim.bfd.message.BfdPacket;
import dmvpn.sim.bfd.message.BfdState;
import dmvpn.sim.router.RouterContext;
import dmvpn.sim.show.ElapsedTime;
import dmvpn.sim.show.ShortInterfaceName;
import java.util.Collection;
import java.util.Locale;

/** {@code show bfd neighbors} and its details in the layout of IOS-XE, without the statistics of intervals. */
final class ShowBfd {

    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final String HEADING =
            "NeighAddr                              LD/RD         RH/RS     State     Int\n";

    private final RouterContext router;

    ShowBfd(RouterContext router) {
        this.router = router;
    }

    String neighbors(Collection<BfdSession> sessions) {
        return print(sessions, false);
    }

    String details(Collection<BfdSession> sessions) {
        return print(sessions, true);
    }

    private String print(Collection<BfdSession> sessions, boolean withDetails) {
        StringBuilder text = new StringBuilder();
        section("IPv4 Sessions", sessions.stream().filter(each -> each.neighbor().address() instanceof Ipv4Address).toList(),
                withDetails, text);
        section("IPv6 Sessions", sessions.stream().filter(each -> each.neighbor().address() instanceof Ipv6Address).toList(),
                withDetails, text);
        return text.toString();
    }

    private void section(String title, Collection<BfdSession> sessions, boolean withDetails, StringBuilder text) {
        if (sessions.isEmpty()) {
            return;
        }
        text.append(text.isEmpty() ? "" : "\n").append(title).append('\n').append(HEADING);
        for (BfdSession session : sessions) {
            line(session, text);
            if (withDetails) {
                details(session, text);
            }
        }
    }

    private static void line(BfdSession session, StringBuilder text) {
        String discriminators = session.localDiscriminator() + "/" + session.remoteDiscriminator();
        String remote = session.lastReceived().filter(packet -> packet.state() == BfdState.UP || packet.state() == BfdState.INIT)
                .map(packet -> title(packet.state())).orElse("Down");
        text.append(String.format(Locale.ROOT, "%-37s %-13s %-9s %-9s %s\n", session.neighbor().address(), discriminators, remote,
                title(session.state()), ShortInterfaceName.of(session.neighbor().interfaceName())));
    }

    private static String title(BfdState state) {
        return state == BfdState.ADMIN_DOWN ? "AdmDown" : state.title();
    }

    private void details(BfdSession session, StringBuilder text) {
        long now = router.scheduler().nowNanos();
        long micros = session.parameters().intervalMicros();
        text.append("Session state is ").append(session.state().title().toUpperCase(Locale.ROOT))
                .append(" and not using echo function.\nSession Host: Software\n")
                .append("OurAddr: ").append(session.localAddress().map(Object::toString).orElse("")).append('\n')
                .append("Local Diag: ").append(session.diagnostic().code()).append(", Demand mode: 0, Poll bit: ")
                .append(session.isPolling() ? 1 : 0).append('\n')
                .append("MinTxInt: ").append(micros).append(", MinRxInt: ").append(micros).append(", Multiplier: ")
                .append(session.parameters().multiplier()).append('\n');
        session.lastReceived().ifPresent(packet -> text.append("Received MinRxInt: ")
                .append(packet.intervals().requiredMinRxMicros()).append(", Received Multiplier: ")
                .append(packet.detectMultiplier()).append('\n'));
        text.append("Holddown (hits): ").append(session.detectionNanos() / NANOS_PER_MILLI).append("(0), Hello (hits): ")
                .append(session.transmitNanos() / NANOS_PER_MILLI).append('(').append(session.sent()).append(")\n");
        if (session.lastReceived().isPresent()) {
            text.append("Rx Count: ").append(session.received()).append(", last: ")
                    .append((now - session.lastReceivedNanos()) / NANOS_PER_MILLI).append(" ms ago\n");
        }
        text.append("Tx Count: ").append(session.sent()).append('\n')
                .append("Registered protocols: ").append(BfdStateTable.clients(session)).append('\n');
        if (session.state() == BfdState.UP) {
            text.append("Uptime: ").append(ElapsedTime.clock(now - session.sinceNanos())).append('\n');
        }
        session.lastReceived().ifPresent(packet -> lastPacket(packet, text));
    }

    private static void lastPacket(BfdPacket packet, StringBuilder text) {
        pair(text, "Last packet: ", "Version: " + BfdPacket.VERSION, "Diagnostic: " + packet.diagnostic()
                + BfdDiagnostic.ofCode(packet.diagnostic()).filter(known -> known != BfdDiagnostic.NONE)
                        .map(known -> " (" + known.title() + ")").orElse(""));
        pair(text, "", "State bit: " + title(packet.state()), "Demand bit: " + bit(packet.flags().demand()));
        pair(text, "", "Poll bit: " + bit(packet.flags().poll()), "Final bit: " + bit(packet.flags().finished()));
        text.append("             C bit: ").append(bit(packet.flags().controlPlaneIndependent())).append('\n');
        pair(text, "", "Multiplier: " + packet.detectMultiplier(), "Length: " + BfdPacket.BYTES);
        pair(text, "", "My Discr.: " + packet.myDiscriminator(), "Your Discr.: " + packet.yourDiscriminator());
        pair(text, "", "Min tx interval: " + packet.intervals().desiredMinTxMicros(),
                "Min rx interval: " + packet.intervals().requiredMinRxMicros());
        text.append("             Min Echo interval: ").append(packet.intervals().requiredMinEchoRxMicros()).append('\n');
    }

    private static int bit(boolean set) {
        return set ? 1 : 0;
    }

    private static void pair(StringBuilder text, String label, String left, String right) {
        text.append(String.format(Locale.ROOT, "%-13s%-27s- %s\n", label, left, right));
    }
}
