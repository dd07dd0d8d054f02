package dmvpn.sim.nhrp;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.nhrp.NhrpTraceEvent.PacketEvent;
import dmvpn.sim.nhrp.NhrpTraceEvent.PacketFate;
import dmvpn.sim.nhrp.message.ErrorIndication;
import dmvpn.sim.nhrp.message.NhrpExtension.Authentication;
import dmvpn.sim.nhrp.message.NhrpPacket;
import dmvpn.sim.tunnel.FarEnd;
import java.util.Optional;

/** Sends NHRP packets on one tunnel: puts the password in, records, hands over. Checks the password of received ones. */
final class NhrpTransmitter {

    private final NhrpTunnel tunnel;
    private final SendAllowance allowance;
    private final PacketForm form;
    private final NhrpTraffic traffic = new NhrpTraffic();

    NhrpTransmitter(NhrpTunnel tunnel) {
        this.tunnel = tunnel;
        allowance = new SendAllowance(tunnel);
        form = new PacketForm(tunnel.behaviour());
    }

    SendAllowance allowance() {
        return allowance;
    }

    NhrpTraffic traffic() {
        return traffic;
    }

    /** Sends a packet that this router originates. */
    void send(IpAddress nbmaAddress, NhrpPacket packet, String reason) {
        send(FarEnd.of(nbmaAddress), packet, reason);
    }

    /** Sends a packet that this router originates. */
    void send(FarEnd farEnd, NhrpPacket packet, String reason) {
        transmit(PacketFate.SENT, farEnd, form.originated(packet), reason);
    }

    /** Sends on a packet of another router. */
    void forward(FarEnd farEnd, NhrpPacket packet, String reason) {
        transmit(PacketFate.FORWARDED, farEnd, packet, reason);
    }

    private void transmit(PacketFate fate, FarEnd farEnd, NhrpPacket packet, String reason) {
        if (!allowance.takeOne()) {
            traffic.countDroppedOverLimit();
            recordDropped(farEnd.nbmaAddress(), packet, "max-send: as many NHRP packets as "
                    + (isLimitConfigured() ? "configured" : "the platform allows") + " were sent in this interval");
            return;
        }
        traffic.countSent(packet.type());
        if (fate == PacketFate.FORWARDED) {
            traffic.countForwarded(packet.type());
        }
        NhrpPacket authenticated = packet instanceof ErrorIndication ? packet : authenticated(packet);
        tunnel.record(new PacketEvent(fate, tunnel.name(), farEnd.nbmaAddress(), authenticated, reason));
        tunnel.port().sendNhrp(farEnd, authenticated);
    }

    private boolean isLimitConfigured() {
        return tunnel.configuration().options().sendLimit().isPresent();
    }

    void recordReceived(IpAddress nbmaAddress, NhrpPacket packet) {
        traffic.countReceived(packet.type());
        tunnel.record(new PacketEvent(PacketFate.RECEIVED, tunnel.name(), nbmaAddress, packet, ""));
    }

    void recordDropped(IpAddress nbmaAddress, NhrpPacket packet, String reason) {
        tunnel.record(new PacketEvent(PacketFate.DROPPED, tunnel.name(), nbmaAddress, packet, reason));
    }

    /** True when the packet carries the password of this tunnel, or when neither has one (RFC 2332 section 5.3.4). */
    boolean isAuthentic(NhrpPacket packet) {
        return packet.extension(Authentication.class).map(Authentication::password)
                .equals(password());
    }

    /** A password by name stands for its value, which the model does not know. */
    private Optional<String> password() {
        return tunnel.configuration().authentication().map(secret -> secret.inlineValue().orElse(secret.name()));
    }

    /** Authentication is hop by hop: the sender's own password replaces any other (RFC 2332 section 5.3.4). */
    private NhrpPacket authenticated(NhrpPacket packet) {
        Optional<String> password = password();
        if (password.isEmpty()) {
            return packet.extension(Authentication.class).isEmpty() ? packet
                    : packet.withoutExtension(Authentication.class);
        }
        return packet.withExtensions(form.withPassword(packet.extensions(), new Authentication(password.get())));
    }
}
