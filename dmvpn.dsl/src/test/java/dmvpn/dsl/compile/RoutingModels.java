package dmvpn.dsl.compile;

import dmvpn.dsl.Models;
import dmvpn.network.routing.RoutingConfiguration;

/** Models for the tests of routing: a sound one whose cloud has the routing that a test asks for. */
final class RoutingModels {

    /** The routing of the sound model. */
    static final String EIGRP = "routing eigrp 100 { summary 192.168.0.0/16 from hubs stub spokes }";
    /** A setting that means nothing where it stands. */
    static final String UNKNOWN = "L-SETTING-UNKNOWN";

    private RoutingModels() {
    }

    /** {@link Models#SOUND} with other routing in its cloud. */
    static String with(String routing) {
        return Models.sound(EIGRP, routing);
    }

    /** The same in another phase. */
    static String inPhase(int phase, String routing) {
        return with(routing).replace("phase 3", "phase " + phase);
    }

    /** The same with clauses of the hub. */
    static String withHub(String routing, String clauses) {
        return with(routing).replace("join Corp as 10.0.0.1", "join Corp as 10.0.0.1\n  " + clauses);
    }

    /** The same with one more hub. */
    static String withSecondHub(String text) {
        return text.replace("hub HQ {", """
                hub HQ2 {
                  wan Internet 203.0.113.2/24 gateway 203.0.113.254
                  lan 192.168.2.0/24
                  join Corp as 10.0.0.2 via HQ
                }
                hub HQ {""").replace("via HQ\n}\nscenario", "via HQ, HQ2\n}\nscenario");
    }

    /** The compiled routing of a device. */
    static RoutingConfiguration routing(String text, String device) {
        return Models.device(text, device).routing();
    }
}
