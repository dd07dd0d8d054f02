package dmvpn.network.tunnel;

import dmvpn.network.crypto.Secret;
import dmvpn.network.origin.Origin;
import java.util.List;
import java.util.Optional;

/**
 * NHRP on one tunnel interface (RFC 2332 and the extensions that routers use).
 *
 * @param networkId {@code ip nhrp network-id}: groups tunnels of one router, never sent
 * @param authentication password of at most 8 characters, sent in clear; empty for none
 * @param holdingTimeSeconds validity of the mappings that this router announces
 * @param registrationIntervalSeconds time between registrations; a third of the holding time unless configured
 * @param registrationIntervalGiven true when that time is configured, and so does not follow the holding time
 * @param uniqueRegistration false for {@code ip nhrp registration no-unique}
 * @param redirect true for {@code ip nhrp redirect}: this router sends Traffic Indications
 * @param shortcut true for {@code ip nhrp shortcut}: this router acts on them
 * @param dynamicMulticast true for {@code ip nhrp map multicast dynamic}: multicast is copied to registered clients
 * @param nextHopServers servers to register with, in configuration order
 * @param options what is said beyond that
 * @param origin where it was written
 */
public record NhrpConfiguration(
        long networkId,
        Optional<Secret> authentication,
        int holdingTimeSeconds,
        int registrationIntervalSeconds,
        boolean registrationIntervalGiven,
        boolean uniqueRegistration,
        boolean redirect,
        boolean shortcut,
        boolean dynamicMulticast,
        List<NextHopServer> nextHopServers,
        NhrpOptions options,
        Origin origin) {

    /** Holding time of current IOS-XE, in seconds (observed: registration each 200 s). */
    public static final int DEFAULT_HOLDING_TIME_SECONDS = 600;

    /** Longest password that routers take: the field of 8 octets of Cisco's authentication extension. */
    public static final int LONGEST_PASSWORD = 8;

    /** A client re-registers well before expiry; IOS and FRR use one third of the holding time (RFC 2332 section 5.2.3). */
    public static final int REGISTRATIONS_PER_HOLDING_TIME = 3;

    /** Keeps an immutable copy of the list. */
    public NhrpConfiguration {
        nextHopServers = List.copyOf(nextHopServers);
    }

    /**
     * A configuration with a password in place and nothing but what most tunnels need. The time between registrations counts as
     * configured when it is not what the holding time gives.
     */
    public NhrpConfiguration(long networkId, Optional<String> password, int holdingTimeSeconds,
            int registrationIntervalSeconds, boolean uniqueRegistration, boolean redirect, boolean shortcut,
            boolean dynamicMulticast, List<NextHopServer> nextHopServers, Origin origin) {
        this(networkId, password.map(value -> new Secret("", Optional.of(value), origin)), holdingTimeSeconds,
                registrationIntervalSeconds, registrationIntervalSeconds != defaultRegistrationIntervalSeconds(holdingTimeSeconds),
                uniqueRegistration, redirect, shortcut, dynamicMulticast, nextHopServers, NhrpOptions.DEFAULT, origin);
    }

    /** True when the time between registrations follows from the holding time. */
    public boolean hasDefaultRegistrationInterval() {
        return !registrationIntervalGiven;
    }

    /** The time between registrations when none is configured. */
    public static int defaultRegistrationIntervalSeconds(int holdingTimeSeconds) {
        return Math.max(1, holdingTimeSeconds / REGISTRATIONS_PER_HOLDING_TIME);
    }

    /** The same with another network-id. */
    public NhrpConfiguration withNetworkId(long other) {
        return new NhrpConfiguration(other, authentication, holdingTimeSeconds, registrationIntervalSeconds,
                registrationIntervalGiven, uniqueRegistration, redirect, shortcut, dynamicMulticast, nextHopServers, options, origin);
    }

    /** The same with another password. */
    public NhrpConfiguration withAuthentication(Secret password) {
        return new NhrpConfiguration(networkId, Optional.of(password), holdingTimeSeconds, registrationIntervalSeconds,
                registrationIntervalGiven, uniqueRegistration, redirect, shortcut, dynamicMulticast, nextHopServers, options, origin);
    }

    /** The same with another holding time, which the time between registrations follows unless it is configured. */
    public NhrpConfiguration withHoldingTime(int seconds) {
        int interval = hasDefaultRegistrationInterval() ? defaultRegistrationIntervalSeconds(seconds) : registrationIntervalSeconds;
        return new NhrpConfiguration(networkId, authentication, seconds, interval,
                registrationIntervalGiven, uniqueRegistration, redirect, shortcut, dynamicMulticast, nextHopServers, options, origin);
    }

    /** The same with another time between registrations. */
    public NhrpConfiguration withRegistrationInterval(int seconds) {
        return new NhrpConfiguration(networkId, authentication, holdingTimeSeconds, seconds, true,
                uniqueRegistration, redirect, shortcut, dynamicMulticast, nextHopServers, options, origin);
    }

    /** The same with another uniqueness of registrations. */
    public NhrpConfiguration withUniqueRegistration(boolean unique) {
        return new NhrpConfiguration(networkId, authentication, holdingTimeSeconds, registrationIntervalSeconds,
                registrationIntervalGiven, unique, redirect, shortcut, dynamicMulticast, nextHopServers, options, origin);
    }

    /** The same, sending Traffic Indications or not. */
    public NhrpConfiguration withRedirect(boolean on) {
        return new NhrpConfiguration(networkId, authentication, holdingTimeSeconds, registrationIntervalSeconds,
                registrationIntervalGiven, uniqueRegistration, on, shortcut, dynamicMulticast, nextHopServers, options, origin);
    }

    /** The same, acting on Traffic Indications or not. */
    public NhrpConfiguration withShortcut(boolean on) {
        return new NhrpConfiguration(networkId, authentication, holdingTimeSeconds, registrationIntervalSeconds,
                registrationIntervalGiven, uniqueRegistration, redirect, on, dynamicMulticast, nextHopServers, options, origin);
    }

    /** The same, copying multicast to registered clients or not. */
    public NhrpConfiguration withDynamicMulticast(boolean on) {
        return new NhrpConfiguration(networkId, authentication, holdingTimeSeconds, registrationIntervalSeconds,
                registrationIntervalGiven, uniqueRegistration, redirect, shortcut, on, nextHopServers, options, origin);
    }
}
