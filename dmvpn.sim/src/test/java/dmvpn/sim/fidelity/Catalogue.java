package dmvpn.sim.fidelity;

import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;
import dmvpn.network.origin.Origin;
import dmvpn.sim.fidelity.Blocks.Block;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the standards demand and in what platforms differ, as it is written in the resources beside this class.
 *
 * @param standards RFCs in the order of the page
 * @param profiles platforms that behave alike
 * @param switches numbered differences between them
 */
public record Catalogue(List<Standard> standards, List<Profile> profiles, List<BehaviourSwitch> switches) {

    private static final List<String> FILES = List.of("rfc2332.txt", "rfc2784.txt", "rfc2890.txt", "rfc7676.txt",
            "rfc7296.txt", "rfc2407.txt", "rfc2408.txt", "rfc2409.txt", "rfc3706.txt", "rfc4303.txt", "rfc4302.txt",
            "rfc3948.txt", "rfc3947.txt", "rfc2328.txt", "rfc3101.txt", "rfc3509.txt", "rfc5340.txt", "rfc2453.txt", "rfc7868.txt",
            "rfc4271.txt", "rfc6286.txt", "rfc4456.txt", "rfc4760.txt", "rfc2545.txt", "rfc2918.txt", "rfc1997.txt", "rfc2385.txt",
            "rfc5880.txt", "rfc5881.txt", "rfc5882.txt");

    /** Reads the catalogue. */
    public static Catalogue read() {
        Blocks blocks = Blocks.of("switches.txt");
        List<Profile> profiles = new ArrayList<>();
        List<BehaviourSwitch> switches = new ArrayList<>();
        for (Block block : blocks.blocks()) {
            if (block.head().startsWith("profile ")) {
                profiles.add(profile(block));
            } else {
                switches.add(behaviourSwitch(block, profiles));
            }
        }
        return new Catalogue(FILES.stream().map(file -> standard(Blocks.of(file))).toList(), profiles, switches);
    }

    private static Standard standard(Blocks file) {
        String number = "";
        String title = "";
        List<Standard.Section> sections = new ArrayList<>();
        for (Block block : file.blocks()) {
            String[] head = block.head().split(" ", 3);
            if (head[0].equals("rfc") && head.length == 3 && number.isEmpty()) {
                number = head[1];
                title = head[2];
            } else if (head[0].equals("section") && head.length == 3) {
                sections.add(new Standard.Section(head[1], head[2], new ArrayList<>()));
            } else if (!sections.isEmpty()) {
                Standard.Section section = sections.get(sections.size() - 1);
                section.clauses().add(clause(block, section));
            } else {
                throw block.problem("expected 'rfc NUMBER TITLE' and 'section NUMBER TITLE' before the first clause");
            }
        }
        return new Standard(number, title, sections);
    }

    private static Clause clause(Block block, Standard.Section section) {
        String[] head = block.head().split(" ");
        Optional<Level> level = head.length == 2 ? Level.labelled(head[1]) : Optional.empty();
        if (level.isEmpty()) {
            throw block.problem("expected a clause and its level, such as '5.1-version modelled'");
        }
        if (!head[0].startsWith(section.number() + "-")) {
            throw block.problem("'" + head[0] + "' stands in section " + section.number());
        }
        return new Clause(head[0], level.get(), block.text(), block.text("instead"));
    }

    private static Profile profile(Block block) {
        String[] head = block.head().split(" ", 5);
        if (head.length != 5) {
            throw block.problem("expected 'profile LABEL VENDOR RELEASE TITLE'");
        }
        return new Profile(head[1], new Platform(Vendor.valueOf(head[2]), head[3], Origin.NONE), head[4]);
    }

    private static BehaviourSwitch behaviourSwitch(Block block, List<Profile> profiles) {
        String[] head = block.head().split(" ");
        List<String> labels = profiles.stream().map(Profile::label).toList();
        List<String> on = Arrays.asList(head).subList(Math.min(2, head.length), head.length);
        if (head.length < 3 || !labels.containsAll(on)) {
            throw block.problem("expected 'PROTOCOL/NUMBER NAME PROFILE…' with the profiles " + labels);
        }
        return new BehaviourSwitch(head[0], head[1], List.copyOf(on), block.text("on"), block.text("off"));
    }
}
