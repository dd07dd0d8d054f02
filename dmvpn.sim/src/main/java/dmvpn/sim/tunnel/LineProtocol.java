package dmvpn.sim.tunnel;

/**
 * What NHRP says of the line protocol of a tunnel with {@code if-state nhrp} (Cisco, "DMVPN Tunnel Health Monitoring and
 * Recovery (Interface State Control)"). Control packets go in every state.
 */
public enum LineProtocol {
    /** Data can be sent. */
    UP,
    /** No next-hop server answers. */
    DOWN,
    /** The tunnel came up, and no next-hop server has answered yet: down, but nothing has failed. */
    UNDECIDED
}
