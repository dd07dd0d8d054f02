package dmvpn.config.cisco;

import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.crypto.PeerAuthentication.Certificates;
import dmvpn.network.crypto.PeerAuthentication.PreSharedKeys;
import dmvpn.network.crypto.PeerKey;
import dmvpn.network.crypto.Secret;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv6Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The keys and certificates of a profile as IOS wants to hear of them. */
final class PeerKeys {

    /**
     * A key for one address.
     *
     * @param name name of the peer in an IKEv2 keyring, unique in it
     * @param address address of the peer, empty for any
     * @param secret the key
     */
    record Entry(String name, Optional<IpAddress> address, Secret secret) {

        /** {@code 203.0.113.1}, for any peer {@code 0.0.0.0}. */
        String addressText() {
            return address.map(IpAddress::toString).orElse("0.0.0.0");
        }

        /** {@code 203.0.113.1 255.255.255.255}, for any peer {@code 0.0.0.0 0.0.0.0}. */
        String withMask() {
            return address.map(known -> known instanceof Ipv6Address ? known + "/128" : known + " 255.255.255.255")
                    .orElse("0.0.0.0 0.0.0.0");
        }
    }

    private PeerKeys() {
    }

    /** One entry for each address that has a key of its own, then that of everybody; none with certificates. */
    static List<Entry> of(IpsecProfile profile) {
        List<Entry> entries = new ArrayList<>();
        if (profile.authentication() instanceof PreSharedKeys keys) {
            for (PeerKey peer : keys.peers()) {
                int index = 0;
                for (IpAddress address : peer.addresses()) {
                    index++;
                    entries.add(new Entry(index == 1 ? peer.peer() : peer.peer() + "-" + index, Optional.of(address),
                            peer.secret()));
                }
            }
            keys.everybody().ifPresent(secret -> entries.add(new Entry("ANY", Optional.empty(), secret)));
        }
        return entries;
    }

    /** The authority of a profile with certificates. */
    static Optional<Certificates> certificates(IpsecProfile profile) {
        return profile.authentication() instanceof Certificates certificates ? Optional.of(certificates) : Optional.empty();
    }

    /** {@code pre-share}, {@code rsa-sig} or {@code ecdsa-sig}. */
    static String method(IpsecProfile profile) {
        return certificates(profile).map(certificates -> certificates.signature().keyword() + "-sig").orElse("pre-share");
    }
}
