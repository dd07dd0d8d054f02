package dmvpn.config.cisco;

import dmvpn.config.writer.ConfigurationOutput;
import dmvpn.config.writer.ConfigurationText;
import dmvpn.config.writer.ConfigurationWriter;
import dmvpn.config.writer.SecretResolver;
import dmvpn.network.device.Device;
import dmvpn.network.device.Vendor;
import dmvpn.network.origin.Origin;
import java.util.List;

/**
 * Writes Cisco IOS-XE configurations. The sections are in an order that a router accepts line by line: a profile exists
 * before a tunnel refers to it, a VRF before an interface is put into it, a route map before a summary names it.
 */
public final class CiscoWriter implements ConfigurationWriter {

    private static final List<Section> SECTIONS = List.of(
            new SystemSection(),
            new VrfSection(),
            new PkiSection(),
            new Ikev1Section(),
            new Ikev2Section(),
            new IpsecSection(),
            new LeakMapSection(),
            new PolicySection(),
            new PolicyRouteSection(),
            new InterfaceSection(),
            new QualitySection(),
            new TunnelSection(),
            new StaticRouteSection(),
            new InternetExitSection(),
            new EigrpSection(),
            new NamedEigrpSection(),
            new Ipv6EigrpSection(),
            new OspfSection(),
            new Ospfv3Section(),
            new BgpSection(),
            new RipSection(),
            new OdrSection(),
            new RawSection());

    @Override
    public String keyword() {
        return "cisco";
    }

    @Override
    public String fileName(Device device) {
        return device.name() + ".cfg";
    }

    @Override
    public ConfigurationText write(Device device, SecretResolver secrets) {
        ConfigurationOutput output = new ConfigurationOutput();
        if (device.platform().vendor() != Vendor.CISCO_IOS_XE) {
            output.note(device.reference() + " has platform " + device.platform().vendor().keyword()
                    + " but this is a Cisco configuration");
        }
        CiscoContext context = new CiscoContext(device, secrets, output);
        SECTIONS.forEach(section -> section.write(context));
        output.add(Origin.NONE, "end");
        return output.toText();
    }
}
