package dmvpn.config.frr;

import dmvpn.config.writer.ConfigurationOutput;
import dmvpn.config.writer.ConfigurationText;
import dmvpn.config.writer.ConfigurationWriter;
import dmvpn.config.writer.SecretResolver;
import dmvpn.network.device.Device;
import dmvpn.network.device.Vendor;
import dmvpn.network.origin.Origin;
import java.util.List;

/**
 * Writes {@code frr.conf}: interfaces with their addresses, static routes, routing protocols and policies, in commands that
 * FRRouting 8.4 reads. What a device has beyond that is named in the header of the file.
 */
public final class FrrWriter implements ConfigurationWriter {

    private static final List<Section> SECTIONS = List.of(
            new SystemSection(),
            new PolicySection(),
            new InterfaceSection(),
            new StaticRouteSection(),
            new BfdSection(),
            new OspfSection(),
            new Ospf6Section(),
            new BgpSection(),
            new RipSection(),
            new EigrpSection(),
            new RawSection());

    @Override
    public String keyword() {
        return "frr";
    }

    @Override
    public String fileName(Device device) {
        return device.name() + ".frr.conf";
    }

    @Override
    public ConfigurationText write(Device device, SecretResolver secrets) {
        ConfigurationOutput body = new ConfigurationOutput();
        if (device.platform().vendor() != Vendor.FRR) {
            body.note(device.reference() + " has platform " + device.platform().vendor().keyword()
                    + " but this is a configuration of FRRouting");
        }
        FrrContext context = new FrrContext(device, secrets, body);
        OmittedParts.name(context);
        SECTIONS.forEach(section -> section.write(context));
        ConfigurationText written = body.toText();
        ConfigurationOutput whole = new ConfigurationOutput();
        header(device, context.leftOut()).forEach(line -> whole.add(device.origin(), line));
        written.lines().forEach(line -> whole.addVerbatim(line.origin(), line.text()));
        written.notes().forEach(whole::note);
        return whole.toText();
    }

    private static List<String> header(Device device, List<String> leftOut) {
        List<String> lines = new java.util.ArrayList<>();
        lines.add("! frr.conf of " + device.name() + " for FRRouting 8.4 or newer");
        if (!leftOut.isEmpty()) {
            lines.add("! Left out:");
            leftOut.forEach(what -> lines.add("! - " + what));
        }
        return lines;
    }

    /** Lines that the model carries verbatim, last so that they win. */
    private static final class RawSection implements Section {

        @Override
        public void write(FrrContext context) {
            context.device().raw().stream().filter(raw -> raw.vendor() == Vendor.FRR)
                    .forEach(raw -> context.verbatim(raw.origin(), raw.text()));
        }
    }

    /** Host name, and which defaults the rest of the file counts on. */
    private static final class SystemSection implements Section {

        @Override
        public void write(FrrContext context) {
            context.lines(context.device().origin(), List.of("frr defaults traditional", "hostname " + context.device().name(),
                    "service integrated-vtysh-config"));
            // IOS keeps a route whose next hop leads over a default route; FRRouting's traditional profile does not.
            context.block(Origin.NONE, List.of("ip nht resolve-via-default", "ipv6 nht resolve-via-default"));
        }
    }
}
