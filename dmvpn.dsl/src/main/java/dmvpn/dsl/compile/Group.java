package dmvpn.dsl.compile;

import dmvpn.network.device.DeviceRole;

/** The hubs or the spokes of a cloud. */
enum Group {
    HUBS("hubs", DeviceRole.HUB),
    SPOKES("spokes", DeviceRole.SPOKE);

    private final String keyword;
    private final DeviceRole role;

    Group(String keyword, DeviceRole role) {
        this.keyword = keyword;
        this.role = role;
    }

    /** The group of a keyword; null without one. */
    static Group of(String keyword) {
        return HUBS.keyword.equals(keyword) ? HUBS : SPOKES.keyword.equals(keyword) ? SPOKES : null;
    }

    /** True for routers of the group. */
    boolean has(DeviceRole ofRouter) {
        return role == ofRouter;
    }
}
