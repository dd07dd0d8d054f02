package dmvpn.network.rules;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/** What a rule is about. The beginning of a rule's identifier says it: {@code R-NH-17} is about NHRP. */
public enum Area {
    /** Addresses of tunnels, uplinks and local networks. */
    ADDRESSING("R-AD-", "Addressing"),
    /** Keys of GRE tunnels. */
    KEYS("R-KEY-", "Tunnel keys"),
    /** Registration, mappings and authentication of NHRP. */
    NHRP("R-NH-", "NHRP"),
    /** What Phase 1, 2 and 3 need. */
    PHASES("R-PH-", "Phases"),
    /** Uplinks and routing below the tunnels. */
    UNDERLAY("R-UL-", "Underlay"),
    /** IKE and IPsec. */
    SECURITY("R-SEC-", "Security"),
    /** Packet sizes and settings of the tunnel interface. */
    MTU("R-MT-", "MTU and interface"),
    /** Quality of service per tunnel. */
    QOS("R-QO-", "Quality of service"),
    /** Routing through the tunnels. */
    ROUTING("R-RT-", "Routing"),
    /** Several hubs and clouds. */
    REDUNDANCY("R-HUB-", "Redundancy"),
    /** DMVPN beside another wide area network. */
    BACKUP("R-BK-", "Backup of another network"),
    /** Several customers and routing tables. */
    VRF("R-VR-", "VRFs"),
    /** FRR and strongSwan. */
    FRR("R-FR-", "FRR and strongSwan"),
    /** The text of a model. */
    LANGUAGE("L-", "Language"),
    /** Files beside the models, and dmvpn itself. */
    TOOL("", "Tool");

    private final String prefix;
    private final String title;

    Area(String prefix, String title) {
        this.prefix = prefix;
        this.title = title;
    }

    /** The area of a rule's identifier; {@link #TOOL} when it begins like none of the others. */
    public static Area of(String ruleId) {
        return Stream.of(values()).filter(area -> ruleId.startsWith(area.prefix))
                .max(Comparator.comparingInt(area -> area.prefix.length())).orElse(TOOL);
    }

    /** The name for people. */
    public String title() {
        return title;
    }

    /** The name in commands, files and folders, such as {@code nhrp}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
