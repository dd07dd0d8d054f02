package dmvpn.sim.ike;

import dmvpn.sim.ike.message.IkeExchange;
import dmvpn.sim.ike.message.IkePacket;
import dmvpn.sim.ike.message.IkePayload;
import java.util.List;
import java.util.function.Consumer;

/**
 * A request that waits to be sent, or for its answer.
 *
 * @param exchange which exchange
 * @param payloads content
 * @param paced true when the sender decides about retransmissions, as dead peer detection does
 * @param answered gets the answer
 * @param unanswered called when the request is given up
 */
record Request(IkeExchange exchange, List<IkePayload> payloads, boolean paced, Consumer<IkePacket> answered,
        Runnable unanswered) {

    static Request of(IkeExchange exchange, List<IkePayload> payloads, Consumer<IkePacket> answered,
            Runnable unanswered) {
        return new Request(exchange, payloads, false, answered, unanswered);
    }
}
