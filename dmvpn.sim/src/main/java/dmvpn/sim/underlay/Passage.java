package dmvpn.sim.underlay;

import dmvpn.network.origin.Origin;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.underlay.UnderlayEvent.LossCause;

/** What a device between a router and its transport does with a packet. */
sealed interface Passage {

    /**
     * It goes on.
     *
     * @param inside the uplink that it comes from or goes to
     * @param packet the packet behind the device
     */
    record Passed(Attachment inside, IpPacket packet) implements Passage {
    }

    /** It is a fragment, and the device waits for the others: it needs the headers that the first one alone has. */
    record Held() implements Passage {
    }

    /**
     * It goes no further.
     *
     * @param cause why
     * @param origin what says so
     */
    record Dropped(LossCause cause, Origin origin) implements Passage {
    }
}
