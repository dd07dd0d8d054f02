package dmvpn.sim.underlay;

import dmvpn.network.scenario.LinkSetting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What happens to packets from one node to another beyond what their network does to all. */
public final class PathSettings {

    private final Map<Direction, List<LinkSetting>> settings = new HashMap<>();

    private record Direction(int fromNode, int toNode) {
    }

    PathSettings() {
    }

    /** Treats packets from one node to another in another way from now on. */
    public void set(int fromNode, int toNode, LinkSetting setting) {
        List<LinkSetting> ofPath = settings.computeIfAbsent(new Direction(fromNode, toNode), path -> new ArrayList<>(1));
        ofPath.removeIf(known -> known.getClass() == setting.getClass());
        ofPath.add(setting);
    }

    boolean isEmpty() {
        return settings.isEmpty();
    }

    SegmentCharacteristics apply(SegmentCharacteristics ofNetwork, int fromNode, int toNode) {
        SegmentCharacteristics result = ofNetwork;
        for (LinkSetting setting : settings.getOrDefault(new Direction(fromNode, toNode), List.of())) {
            result = result.with(setting);
        }
        return result;
    }
}
