package dmvpn.network.rules.keys;

import dmvpn.network.device.Device;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.device.Vendor;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import java.util.Locale;
import java.util.function.Consumer;

/** A Catalyst 6500 hub should have no GRE keys. */
public final class KeysInHardware implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-KEY-04",
            Severity.WARNING,
            "The platform of a hub handles GRE keys in hardware",
            "Catalyst 6500 switches forward GRE without a key in hardware and GRE with a key in software, which a hub "
                    + "of many spokes cannot afford. Use a single cloud without key, or another platform.",
            "ipSpace.net, DMVPN designs with two hubs (GRE keys on Catalyst 6500 are handled in software)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        if (member.device().role() == DeviceRole.HUB && member.tunnel().key().isPresent() && isCatalyst6500(member.device())) {
            findings.accept(new Finding(RULE, member.name() + " runs " + member.device().platform().release()
                    + ", a Catalyst 6500 release, which handles the key " + member.tunnel().key().getAsLong() + " of "
                    + member.tunnel().name() + " in software: use one cloud without tunnel-key", member.tunnel().origin()));
        }
    }

    /** Releases of the SX and SY trains are made for the Catalyst 6500 alone. */
    private static boolean isCatalyst6500(Device device) {
        String release = device.platform().release().toUpperCase(Locale.ROOT);
        return device.platform().vendor() == Vendor.CISCO_IOS_XE && (release.contains("SX") || release.contains("SY"));
    }
}
