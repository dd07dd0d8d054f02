package dmvpn.network.scenario;

import dmvpn.network.crypto.Secret;
import dmvpn.network.origin.Origin;
import dmvpn.network.tunnel.TunnelInterface;
import java.util.OptionalLong;

/** One setting of a running tunnel that an operator changes. */
public sealed interface TunnelChange {

    /** Where it was written. */
    Origin origin();

    /** What a model says for it; a password is left out. */
    String text();

    /** The configuration of a tunnel with this change. */
    TunnelInterface in(TunnelInterface tunnel);

    private static String word(boolean on) {
        return on ? "on" : "off";
    }

    /**
     * Changes the network-id, which is never sent: it says which tunnels of this router are one NHRP network.
     *
     * @param number new network-id
     * @param origin where it was written
     */
    record NetworkId(long number, Origin origin) implements TunnelChange {

        @Override
        public String text() {
            return "network-id " + number;
        }

        @Override
        public TunnelInterface in(TunnelInterface tunnel) {
            return tunnel.withNhrp(tunnel.nhrp().withNetworkId(number));
        }
    }

    /**
     * Changes the GRE key: packets with another one find no tunnel (RFC 2890 section 2.1).
     *
     * @param key new key, empty for none
     * @param origin where it was written
     */
    record Key(OptionalLong key, Origin origin) implements TunnelChange {

        @Override
        public String text() {
            return "tunnel-key " + (key.isPresent() ? Long.toString(key.getAsLong()) : "none");
        }

        @Override
        public TunnelInterface in(TunnelInterface tunnel) {
            return tunnel.withKey(key);
        }
    }

    /**
     * Changes the NHRP password of packets that are sent and received from now on.
     *
     * @param password new password
     * @param origin where it was written
     */
    record Authentication(Secret password, Origin origin) implements TunnelChange {

        @Override
        public String text() {
            return "authentication";
        }

        @Override
        public TunnelInterface in(TunnelInterface tunnel) {
            return tunnel.withNhrp(tunnel.nhrp().withAuthentication(password));
        }
    }

    /**
     * Changes the holding time that the next messages announce; with it the time between registrations unless that is configured.
     *
     * @param seconds new holding time
     * @param origin where it was written
     */
    record HoldingTime(int seconds, Origin origin) implements TunnelChange {

        @Override
        public String text() {
            return "holdtime " + seconds + "s";
        }

        @Override
        public TunnelInterface in(TunnelInterface tunnel) {
            return tunnel.withNhrp(tunnel.nhrp().withHoldingTime(seconds));
        }
    }

    /**
     * Changes the time between registrations, from the next one on.
     *
     * @param seconds new time between registrations
     * @param origin where it was written
     */
    record RegistrationInterval(int seconds, Origin origin) implements TunnelChange {

        @Override
        public String text() {
            return "registration every " + seconds + "s";
        }

        @Override
        public TunnelInterface in(TunnelInterface tunnel) {
            return tunnel.withNhrp(tunnel.nhrp().withRegistrationInterval(seconds));
        }
    }

    /**
     * Changes whether the next registrations are unique.
     *
     * @param unique false for {@code no-unique}
     * @param origin where it was written
     */
    record Uniqueness(boolean unique, Origin origin) implements TunnelChange {

        @Override
        public String text() {
            return "registration " + (unique ? "unique" : "no-unique");
        }

        @Override
        public TunnelInterface in(TunnelInterface tunnel) {
            return tunnel.withNhrp(tunnel.nhrp().withUniqueRegistration(unique));
        }
    }

    /**
     * Changes {@code ip mtu}.
     *
     * @param bytes new largest packet
     * @param origin where it was written
     */
    record IpMtu(int bytes, Origin origin) implements TunnelChange {

        @Override
        public String text() {
            return "mtu " + bytes;
        }

        @Override
        public TunnelInterface in(TunnelInterface tunnel) {
            return tunnel.withIpMtu(bytes);
        }
    }

    /**
     * Changes {@code ip tcp adjust-mss}: connections that are made from now on have it.
     *
     * @param bytes new largest segment
     * @param origin where it was written
     */
    record SegmentSize(int bytes, Origin origin) implements TunnelChange {

        @Override
        public String text() {
            return "mss " + bytes;
        }

        @Override
        public TunnelInterface in(TunnelInterface tunnel) {
            return tunnel.withSegmentSize(bytes);
        }
    }

    /**
     * Changes the bandwidth that metrics are computed from.
     *
     * @param kbps new bandwidth
     * @param origin where it was written
     */
    record Bandwidth(int kbps, Origin origin) implements TunnelChange {

        @Override
        public String text() {
            return "bandwidth " + kbps + "kbps";
        }

        @Override
        public TunnelInterface in(TunnelInterface tunnel) {
            return tunnel.withBandwidth(kbps);
        }
    }

    /**
     * Changes the delay that metrics are computed from.
     *
     * @param micros new delay
     * @param origin where it was written
     */
    record Delay(int micros, Origin origin) implements TunnelChange {

        @Override
        public String text() {
            return "delay " + micros + "us";
        }

        @Override
        public TunnelInterface in(TunnelInterface tunnel) {
            return tunnel.withDelay(micros);
        }
    }

    /**
     * Changes whether Traffic Indications are sent.
     *
     * @param on true when they are
     * @param origin where it was written
     */
    record Redirect(boolean on, Origin origin) implements TunnelChange {

        @Override
        public String text() {
            return "redirect " + word(on);
        }

        @Override
        public TunnelInterface in(TunnelInterface tunnel) {
            return tunnel.withNhrp(tunnel.nhrp().withRedirect(on));
        }
    }

    /**
     * Changes whether Traffic Indications have an effect.
     *
     * @param on true when they have
     * @param origin where it was written
     */
    record Shortcut(boolean on, Origin origin) implements TunnelChange {

        @Override
        public String text() {
            return "shortcut " + word(on);
        }

        @Override
        public TunnelInterface in(TunnelInterface tunnel) {
            return tunnel.withNhrp(tunnel.nhrp().withShortcut(on));
        }
    }

    /**
     * Changes whether multicast is copied to registered clients.
     *
     * @param on true when it is
     * @param origin where it was written
     */
    record Multicast(boolean on, Origin origin) implements TunnelChange {

        @Override
        public String text() {
            return "multicast " + word(on);
        }

        @Override
        public TunnelInterface in(TunnelInterface tunnel) {
            return tunnel.withNhrp(tunnel.nhrp().withDynamicMulticast(on));
        }
    }

    /**
     * Takes the IPsec protection away: GRE leaves in clear from now on.
     *
     * @param origin where it was written
     */
    record Unprotected(Origin origin) implements TunnelChange {

        @Override
        public String text() {
            return "unprotected";
        }

        @Override
        public TunnelInterface in(TunnelInterface tunnel) {
            return tunnel.withoutProtection();
        }
    }
}
