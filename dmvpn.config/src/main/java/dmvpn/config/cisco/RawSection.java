package dmvpn.config.cisco;

import dmvpn.network.device.RawConfiguration;
import dmvpn.network.device.Vendor;
import dmvpn.network.origin.Origin;

/** Lines that the model carries verbatim, last so that they win. */
final class RawSection implements Section {

    @Override
    public void write(CiscoContext context) {
        for (RawConfiguration raw : context.device().raw()) {
            if (raw.vendor() == Vendor.CISCO_IOS_XE) {
                context.output().add(Origin.NONE, "!");
                context.output().addVerbatim(raw.origin(), raw.text());
            }
        }
    }
}
