package dmvpn.sim.host;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** The path MTUs that a host was told of, by destination (RFC 1191 section 6.2). */
final class PathMtus {

    /** RFC 1191 section 6.3: after 10 minutes a host tries larger packets again. */
    static final long AGE_NANOS = TimeUnit.MINUTES.toNanos(10);

    /** RFC 1191 section 3: no host believes in less. */
    static final int SMALLEST_BYTES = 68;

    /** RFC 8201 section 4: of a path with IPv6 no host believes in less than every link must carry. */
    static final int SMALLEST_IPV6_BYTES = 1280;

    private final int linkMtuBytes;
    private final Map<IpAddress, Learned> learned = new LinkedHashMap<>();

    private record Learned(int mtuBytes, long atNanos) {
    }

    /** @param linkMtuBytes MTU of the host's own link: no path has a larger one */
    PathMtus(int linkMtuBytes) {
        this.linkMtuBytes = linkMtuBytes;
    }

    /** Largest packet to a destination, as far as the host knows. */
    int of(IpAddress destination, long nowNanos) {
        if (learned.isEmpty()) {
            return linkMtuBytes;
        }
        Learned known = learned.get(destination);
        if (known == null) {
            return linkMtuBytes;
        }
        if (nowNanos - known.atNanos() >= AGE_NANOS) {
            learned.remove(destination);
            return linkMtuBytes;
        }
        return known.mtuBytes();
    }

    /**
     * A router says how large packets may be.
     *
     * @return what is believed from now on; empty when that is no news: a path MTU never grows by being told (RFC 1191 section 3)
     */
    OptionalInt learn(IpAddress destination, int mtuBytes, long nowNanos) {
        int believed = destination instanceof Ipv4Address ? mtuBytes : Math.max(mtuBytes, SMALLEST_IPV6_BYTES);
        if (believed < SMALLEST_BYTES || believed >= of(destination, nowNanos)) {
            return OptionalInt.empty();
        }
        learned.put(destination, new Learned(believed, nowNanos));
        return OptionalInt.of(believed);
    }
}
