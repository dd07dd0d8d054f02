package dmvpn.dsl.rules;

import static dmvpn.network.rules.Severity.ERROR;
import static dmvpn.network.rules.Severity.INFO;
import static dmvpn.network.rules.Severity.WARNING;

import dmvpn.network.rules.Rule;
import java.util.List;

/** The catalogue's entries for rules on the text. */
public final class TextRules {

    private static final String LANGUAGE = "language reference";

    /** A file cannot be read as a model at all. */
    public static final Rule FILE = new Rule("L-FILE", ERROR, "A model is a readable text file",
            "The file is missing, cannot be read, or holds something else than text. A model is a UTF-8 text file whose "
                    + "name ends in .dmvpn.", LANGUAGE);

    /** A file says nothing. */
    public static final Rule EMPTY = new Rule("L-EMPTY", WARNING, "A model says something",
            "The file has no transport, cloud, hub or spoke. A first model needs a transport, a cloud, a hub and a spoke.",
            LANGUAGE);

    /** The text does not follow the grammar. */
    public static final Rule SYNTAX = new Rule("L-SYNTAX", ERROR, "The text follows the grammar",
            "Something is missing or in the wrong place here. What surrounds the place is still understood. Blocks are "
                    + "nested at most 32 levels deep.", LANGUAGE);

    /** A word stands where only settings may stand. */
    public static final Rule UNKNOWN_SETTING = new Rule("L-SETTING-UNKNOWN", ERROR, "Settings are known where they stand",
            "Each block knows its own settings. A misspelt setting, one that belongs in another block, and a value too many "
                    + "are reported here and have no effect.", LANGUAGE);

    /** A setting is given twice. */
    public static final Rule SETTING_TWICE = new Rule("L-SETTING-TWICE", WARNING, "A setting is given once",
            "The same setting is written twice for one element. The last one counts, which is easily overlooked.", LANGUAGE);

    /** A setting without which an element means nothing. */
    public static final Rule MISSING_SETTING = new Rule("L-SETTING-MISSING", ERROR, "Needed settings are given",
            "Without this setting the element cannot be simulated or exported; no default would be right.", LANGUAGE);

    /** An import that imports nothing. */
    public static final Rule IMPORT = new Rule("L-IMPORT", ERROR, "Imported files are models that can be read",
            "The file is named beside the one that imports it, such as import \"shared/transports.dmvpn\". It is missing, may not "
                    + "be read, or holds something else than a model, so nothing of it is known here.", LANGUAGE);

    /** A newer language. */
    public static final Rule VERSION = new Rule("L-VERSION", ERROR, "The language version is one that this tool knows",
            "The first line may say which version of the language a file is written in. This tool knows version 1.",
            LANGUAGE);

    /** A reference to nothing. */
    public static final Rule LINK = new Rule("L-LINK", ERROR, "References mean something",
            "A name refers to a transport, crypto suite, cloud, router or ping of this model. Nothing of that name and kind "
                    + "is there.", LANGUAGE);

    /** A reference to the wrong thing. */
    public static final Rule WRONG_TARGET = new Rule("L-TARGET", ERROR, "References mean the right thing",
            "The name is known, but what it means cannot stand here: a spoke is no next-hop server, a family is not one "
                    + "router, a router that is not in the cloud has no address in it.", LANGUAGE);

    /** Two elements with one name. */
    public static final Rule DUPLICATE_NAME = new Rule("L-NAME-DUPLICATE", ERROR, "Names are unique",
            "Two elements of one kind have the same name; references mean the first. Hubs and spokes are one kind, and the "
                    + "members of a family count with their host names, such as Branch7.", LANGUAGE);

    /** A name that no router accepts. */
    public static final Rule BAD_NAME = new Rule("L-NAME", ERROR, "Names are letters, digits, '-' and '_'",
            "Names become host names, VRF names and file names, so they have letters, digits, '-' and '_' only and start "
                    + "with a letter.", "RFC 1123 section 2.1");

    /** A value that cannot be read. */
    public static final Rule VALUE = new Rule("L-VALUE", ERROR, "Values can be read",
            "The text is not what this setting expects, or it is out of range. Keys and passwords have printable ASCII "
                    + "characters without blanks, quotes and question marks, since a router's command line takes no others.", LANGUAGE);

    /** A prefix with host bits. */
    public static final Rule HOST_BITS = new Rule("L-VALUE-HOST-BITS", ERROR, "A prefix has no host bits",
            "A network is written with its lowest address. With a host bit set it is unclear whether the network or a host "
                    + "in it is meant.", "RFC 4632 section 3.1");

    /** A computed value that has no meaning for a member. */
    public static final Rule COMPUTED = new Rule("L-COMPUTED", ERROR, "Computed values are right for every member",
            "A value with an expression in braces is computed for each member of the family. For at least one member the "
                    + "result is no address or leaves the prefix it should be in.", LANGUAGE);

    /** An address that a host cannot have. */
    public static final Rule UNUSABLE_ADDRESS = new Rule("L-ADDRESS-UNUSABLE", ERROR,
            "Interfaces do not get network or broadcast addresses",
            "The lowest address of a subnet names the subnet and the highest is its broadcast address; no interface can "
                    + "have them.", "RFC 1122 section 3.2.1.3, RFC 3021");

    /** A member that its family does not have. */
    public static final Rule MEMBER = new Rule("L-MEMBER", ERROR, "Members exist",
            "Brackets name members of a family: its declaration names the range, exceptions and references a number within "
                    + "it.", LANGUAGE);

    /** A transport without a pool. */
    public static final Rule NO_LEASES = new Rule("L-DHCP", ERROR, "A transport with dynamic addresses leases them",
            "A WAN interface with dhcp gets its address from the transport, which needs a prefix to lease from.",
            "RFC 2131");

    /** A platform that is not known. */
    public static final Rule PLATFORM = new Rule("L-PLATFORM", ERROR, "The platform is known",
            "The platform decides defaults and what an export looks like.", LANGUAGE);

    /** A next-hop server that is nowhere in the underlay. */
    public static final Rule UNMAPPED_SERVER = new Rule("R-NH-10", ERROR, "It is said where a next-hop server is in the underlay",
            "A client sends its registration through the tunnel before it knows anybody, so its configuration must say which "
                    + "address of the underlay the tunnel address of the server stands for. Without this mapping nothing is "
                    + "sent. Write nbma behind the server, a static mapping, or the hub's name in place of its address.",
            "RFC 2332 section 2.2 (a station is configured with the address of its server); Cisco IOS, ip nhrp nhs and ip nhrp map");

    /** IS-IS over DMVPN. */
    public static final Rule ISIS = new Rule("R-RT-01", ERROR, "IS-IS cannot run over DMVPN",
            "IS-IS is not carried in IP: its packets are link-layer frames, and NHRP resolves the next hops of IP packets "
                    + "only. A multipoint GRE tunnel has nowhere to send them. Use EIGRP, OSPF or BGP.",
            "ISO 10589; Cisco Support Community, Ask the Expert: Dynamic Multipoint VPN, M. Sullenberger, 2010");

    /** Something that is understood but not simulated. */
    public static final Rule NOT_SIMULATED = new Rule("L-NOT-SIMULATED", WARNING, "What is written is simulated",
            "The setting is understood and kept, but the simulation does not know it yet, so results do not show its effect. "
                    + "Where the export does not know it either, the finding says so.", LANGUAGE);

    /** Raw vendor lines. */
    public static final Rule RAW = new Rule("L-RAW", INFO, "Raw lines are exported, not simulated",
            "The lines go into exported configurations verbatim. The simulation does not know them, so its results hold "
                    + "only if they change nothing that is simulated.", LANGUAGE);

    /** A secret in the text. */
    public static final Rule INLINE_SECRET = new Rule("L-SECRET", WARNING, "Secrets are named, not written",
            "A key in the model ends up in version control, exports and pictures. Write secret \"name\" and keep the value "
                    + "in a file of its own.", LANGUAGE);

    /** A scenario that cannot be run as written. */
    public static final Rule SCENARIO = new Rule("L-SCENARIO", ERROR, "Scenarios can be run as written",
            "An action or expectation names something that the run will not have, or a time that it will not reach.",
            LANGUAGE);

    /** A suppression that names nothing that it could suppress. */
    public static final Rule SUPPRESS_RULE = new Rule("L-SUPPRESS-RULE", WARNING, "A suppression names rules that it can suppress",
            "A comment such as // suppress R-NH-19: reason hides findings of the rules that it names, in the line below it or "
                    + "at the end of the line that it is about. This one names no rule that is known, or one that cannot be "
                    + "suppressed, such as an error of the language.", LANGUAGE);

    /** A suppression that does not say why. */
    public static final Rule SUPPRESS_REASON = new Rule("L-SUPPRESS-REASON", WARNING, "A suppression gives its reason",
            "Whoever reads the model later must be able to judge whether the reason still holds. Without a colon and a "
                    + "reason behind the rule the suppression has no effect. With (say why) in its place, as editors write it, it "
                    + "has its effect and this rule reminds of the reason, as an information.", LANGUAGE);

    /** A suppression that hides nothing. */
    public static final Rule SUPPRESS_UNUSED = new Rule("L-SUPPRESS-UNUSED", WARNING, "A suppression suppresses something",
            "The rule finds nothing at the place that the comment covers. The fault was mended, or the comment is in the "
                    + "wrong place: it covers the line that it ends, or the next line with all of an element that begins "
                    + "there. Left alone it would hide the same fault when somebody makes it again.", LANGUAGE);

    /** All of them, in the order of the documentation. */
    public static final List<Rule> ALL = List.of(FILE, EMPTY, SYNTAX, UNKNOWN_SETTING, SETTING_TWICE, MISSING_SETTING,
            IMPORT, VERSION, LINK, WRONG_TARGET, DUPLICATE_NAME, BAD_NAME, VALUE, HOST_BITS, COMPUTED, UNUSABLE_ADDRESS, MEMBER,
            NO_LEASES, PLATFORM, UNMAPPED_SERVER, ISIS, NOT_SIMULATED, RAW, INLINE_SECRET, SCENARIO,
            SUPPRESS_RULE, SUPPRESS_REASON, SUPPRESS_UNUSED);

    private TextRules() {
    }
}
