package dmvpn.dsl.ide.hover;

import dmvpn.network.crypto.Secret;
import dmvpn.network.tunnel.TunnelInterface;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A setting of tunnels: how the text says it and what the compiled tunnel has.
 *
 * @param features attributes of the model that set it; any of them decides where the value comes from
 * @param value reads the compiled tunnel
 */
record TunnelSetting(List<String> features, Function<TunnelInterface, String> value) {

    private static final Map<String, TunnelSetting> BY_KEYWORD = byKeyword();

    private static Map<String, TunnelSetting> byKeyword() {
        Map<String, TunnelSetting> settings = new LinkedHashMap<>();
        settings.put("network-id", of("networkId", tunnel -> Long.toString(tunnel.nhrp().networkId())));
        settings.put("tunnel-key", of("tunnelKey",
                tunnel -> tunnel.key().isPresent() ? Long.toString(tunnel.key().getAsLong()) : "no key"));
        settings.put("authentication", new TunnelSetting(List.of("authentication", "authenticationSecret"),
                tunnel -> tunnel.nhrp().authentication().map(TunnelSetting::shown).orElse("none")));
        settings.put("holdtime", of("holdtime", tunnel -> tunnel.nhrp().holdingTimeSeconds() + " s"));
        settings.put("registration", new TunnelSetting(List.of("registrationInterval", "unique", "noUnique"),
                tunnel -> "every " + tunnel.nhrp().registrationIntervalSeconds() + " s, "
                        + (tunnel.nhrp().uniqueRegistration() ? "unique" : "not unique")));
        settings.put("mtu", of("mtu", tunnel -> tunnel.ipMtuBytes().isPresent()
                ? tunnel.ipMtuBytes().getAsInt() + " bytes" : "what the tunnel's encapsulation leaves"));
        settings.put("mss", of("mss",
                tunnel -> tunnel.tcpMssBytes().isPresent() ? tunnel.tcpMssBytes().getAsInt() + " bytes" : "not enforced"));
        settings.put("bandwidth", of("bandwidth", tunnel -> tunnel.bandwidthKbps() + " kbit/s"));
        settings.put("delay", of("delay", tunnel -> tunnel.delayMicros() + " µs"));
        settings.put("redirect", of("redirect", tunnel -> tunnel.nhrp().redirect() ? "on" : "off"));
        settings.put("shortcut", of("shortcut", tunnel -> tunnel.nhrp().shortcut() ? "on" : "off"));
        settings.put("multicast", of("multicast", tunnel -> tunnel.nhrp().dynamicMulticast()
                ? "on, copied to registered clients" : "not copied to clients"));
        return settings;
    }

    /** As the text says it: the password itself, or the name that stands for it. */
    private static String shown(Secret secret) {
        return secret.name().isEmpty() ? secret.inlineValue().map(value -> '"' + value + '"').orElse("none")
                : "secret \"" + secret.name() + "\"";
    }

    private static TunnelSetting of(String feature, Function<TunnelInterface, String> value) {
        return new TunnelSetting(List.of(feature), value);
    }

    /** The setting that a keyword names. */
    static Optional<TunnelSetting> named(String keyword) {
        return Optional.ofNullable(BY_KEYWORD.get(keyword));
    }

    /** All keywords that name one. */
    static List<String> keywords() {
        return List.copyOf(BY_KEYWORD.keySet());
    }
}
