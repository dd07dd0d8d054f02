package dmvpn.network.rules.membership;

import dmvpn.network.address.IpAddress;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.device.AddressTranslation;
import dmvpn.network.device.Device;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.network.tunnel.TunnelMode;
import java.util.Optional;
import java.util.function.Supplier;

/** A router in a cloud. What many rules ask about it is found once. */
public final class Member {

    private final Device device;
    private final TunnelInterface tunnel;
    private final int count;
    /** Null until somebody asks: of the members that an edit leaves alone nobody does. */
    private Optional<NetworkInterface> source;
    private Optional<IpsecProfile> protection;
    private final Derived derived = new Derived();

    Member(Device device, TunnelInterface tunnel, int count) {
        this.device = device;
        this.tunnel = tunnel;
        this.count = count;
    }

    /** The router. */
    public Device device() {
        return device;
    }

    /** How many members it is, with those that it stands for; see {@link Memberships#folded}. */
    public int count() {
        return count;
    }

    /** Its tunnel interface in the cloud. */
    public TunnelInterface tunnel() {
        return tunnel;
    }

    /**
     * A value about the router in this cloud, computed once for each check: for what several rules ask about, or thousands of
     * clients about one server.
     *
     * @param key identifies the value: the class that computes it
     * @param compute computes it; must not answer null
     */
    public <T> T derived(Class<?> key, Supplier<T> compute) {
        return derived.get(key, compute);
    }

    /** How people refer to the router. */
    public String name() {
        return device.reference();
    }

    /** The overlay address of the router in this cloud. */
    public IpAddress protocolAddress() {
        return tunnel.address().address();
    }

    /** True when people call the router a spoke. */
    public boolean isSpoke() {
        return device.role() == DeviceRole.SPOKE;
    }

    /** True when the tunnel finds its far ends with NHRP. */
    public boolean isMultipoint() {
        return tunnel.mode() instanceof TunnelMode.Multipoint;
    }

    /** The interface whose address is the NBMA address, when it exists. */
    public Optional<NetworkInterface> source() {
        if (source == null) {
            source = device.interfaceNamed(tunnel.sourceInterface());
        }
        return source;
    }

    /**
     * The NBMA address that others send to, when it is always the same: behind a translation the outside address. Empty when
     * it is leased or the source does not exist.
     */
    public Optional<IpAddress> fixedNbmaAddress() {
        return source().flatMap(NetworkInterface::fixedOutsideAddress);
    }

    /** True when the tunnel's packets are of IPv6; false too when the source does not exist. */
    public boolean isOverIpv6() {
        return source().filter(found -> found.assignment().isOfIpv6()).isPresent();
    }

    /** True when the NBMA address that others send to is leased and may change. */
    public boolean hasDynamicNbmaAddress() {
        return source().filter(source -> source.fixedOutsideAddress().isEmpty()).isPresent();
    }

    /** The translation that the tunnel's packets go through. */
    public Optional<AddressTranslation> translation() {
        return source().flatMap(NetworkInterface::translation);
    }

    /** The profile that protects the tunnel, when there is one. */
    public Optional<IpsecProfile> protection() {
        if (protection == null) {
            protection = tunnel.protection().isEmpty() ? Optional.empty()
                    : device.crypto().profileNamed(tunnel.protection().get().ipsecProfile());
        }
        return protection;
    }
}
