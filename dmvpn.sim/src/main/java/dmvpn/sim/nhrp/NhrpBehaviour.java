package dmvpn.sim.nhrp;

import dmvpn.network.device.Platform;

/**
 * Where platforms differ in NHRP, as named switches.
 *
 * @param answersAuthenticationFailure sends an Error Indication with code 11 for a wrong password (RFC 2332 section 5.3.4,
 *     FRRouting); IOS drops the packet silently (observed on IOSv 15.9, suzugross/CCNP_LAB_FACTORY)
 * @param resolvesNextHops an unresolved next hop starts a resolution (IOS); FRRouting resolves on Traffic Indications only
 * @param repliesDirectly a Resolution Reply waits for the direct tunnel and goes through it (IOS); otherwise it takes the
 *     routed path at once (FRRouting nhrpd/nhrp_peer.c)
 * @param answerNeedsShortcut a router without {@code shortcut} does not answer for its networks (FRRouting)
 * @param enforcesUniqueRegistration a unique address held by another client is refused with code 14 (RFC 2332 section
 *     5.2.4); FRRouting replaces the binding
 * @param sendsPurges tells requesters when an answer becomes wrong; FRRouting does not
 * @param overridesNextHop a shortcut for a prefix that has a route overrides its next hop (IOS) instead of competing by
 *     distance (FRRouting)
 * @param shortcutDistance administrative distance of a shortcut route
 */
record NhrpBehaviour(
        boolean answersAuthenticationFailure,
        boolean resolvesNextHops,
        boolean repliesDirectly,
        boolean answerNeedsShortcut,
        boolean enforcesUniqueRegistration,
        boolean sendsPurges,
        boolean overridesNextHop,
        int shortcutDistance) {

    /** Cisco IOS-XE and IOS 15.9; distance as {@code show ip route} prints it: {@code H ... [250/1]}. */
    static final NhrpBehaviour CISCO_IOS_XE = new NhrpBehaviour(false, true, true, false, true, true, true, 250);

    /** FRRouting's nhrpd; distance as its topology test tests/topotests/nhrp_topo expects it. */
    static final NhrpBehaviour FRR = new NhrpBehaviour(true, false, false, true, false, false, false, 10);

    static NhrpBehaviour of(Platform platform) {
        return switch (platform.vendor()) {
            case CISCO_IOS_XE -> CISCO_IOS_XE;
            case FRR -> FRR;
        };
    }
}
