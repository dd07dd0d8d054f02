package dmvpn.sim.ike.message;

import dmvpn.sim.packet.Packet;

/** A message of either version of IKE: they share UDP port 500. */
public interface KeyExchangePacket extends Packet {
}
