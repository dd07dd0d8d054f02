package dmvpn.sim.nhrp;

import dmvpn.sim.nhrp.NhrpLab.Node;
import dmvpn.sim.packet.Packet;
import java.util.List;

/** H1 and the Phase 3 spokes S1 and S2 behind IPsec, with a host in each spoke's LAN that pings the other. */
final class Phase3Cloud {

    static final String S1_HOST = "192.168.11.10";
    static final String S2_HOST = "192.168.12.10";

    final NhrpLab lab = NhrpLab.protectedCloud();
    final Node hub = lab.hub();
    final Node s1 = lab.spoke(1);
    final Node s2 = lab.spoke(2);

    /** One echo a second from S1 to S2, answered at once, from 100 s to before a second. */
    void pingUntil(int from, int second) {
        for (int now = from; now < second; now++) {
            lab.runTo(now);
            s1.data(S1_HOST, S2_HOST);
            int answered = s2.delivered.size();
            while (s2.delivered.size() == answered && lab.clock.nowNanos() < (now + 1) * 1_000_000_000L
                    && lab.clock.runNext()) {
                // until the echo arrives
            }
            if (s2.delivered.size() > answered) {
                s2.data(S2_HOST, S1_HOST);
            }
        }
        lab.runTo(second);
    }

    /** NHRP packets of a type that a node sent. */
    static List<Packet> sent(Node node, Class<? extends Packet> type) {
        return node.tunnel.sentNhrp.stream().filter(type::isInstance).toList();
    }
}
