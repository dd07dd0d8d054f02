package dmvpn.network.scenario;

import java.util.Arrays;
import java.util.Optional;

/** What a {@code clear} command takes away. */
public enum ClearedState {
    /** {@code clear dmvpn session}: sockets and learned NHRP mappings (Cisco IOS Security Command Reference). */
    DMVPN("dmvpn"),
    /** {@code clear ip nhrp}: learned mappings; configured ones stay (Cisco IOS IP Addressing Command Reference). */
    NHRP("nhrp"),
    /** {@code clear crypto session}: IKE and IPsec security associations (Cisco IOS Security Command Reference). */
    CRYPTO("crypto"),
    /** {@code clear ip eigrp neighbors}. */
    EIGRP("eigrp"),
    /** {@code clear ip ospf process}. */
    OSPF("ospf"),
    /** {@code clear ip bgp}. */
    BGP("bgp");

    private final String keyword;

    ClearedState(String keyword) {
        this.keyword = keyword;
    }

    /** What models call it. */
    public String keyword() {
        return keyword;
    }

    /** What models call so. */
    public static Optional<ClearedState> ofKeyword(String keyword) {
        return Arrays.stream(values()).filter(state -> state.keyword.equals(keyword)).findFirst();
    }
}
