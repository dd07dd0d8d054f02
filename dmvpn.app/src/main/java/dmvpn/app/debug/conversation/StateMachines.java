package dmvpn.app.debug.conversation;

import dmvpn.app.debug.conversation.StateMachine.ByEvents;
import dmvpn.app.debug.conversation.StateMachine.ByTable;
import dmvpn.app.debug.conversation.StateMachine.State;
import dmvpn.app.debug.conversation.StateMachine.Transition;
import dmvpn.sim.trace.RecordedEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The state machines of the protocols. */
public final class StateMachines {

    private static final String GONE = "the other end is gone";

    /** IKEv2: an IKE SA as one end sees it. */
    public static final StateMachine IKE_VERSION_2 = new StateMachine("IKEv2 SA", "RFC 7296 sections 1.2 and 2.1",
            List.of(new State("NONE", "there is no SA"),
                    new State("INIT SENT", "asked for parameters and a public value"),
                    new State("INIT RECEIVED", "was asked for them"),
                    new State("INIT DONE", "both ends have the keys, nobody is authenticated"),
                    new State("AUTH SENT", "has proved who it is"),
                    new State("AUTH RECEIVED", "the other end has proved who it is"),
                    new State("ESTABLISHED", "authenticated; further exchanges are protected"),
                    new State("CLOSED", "deleted, dead or refused")),
            List.of(new Transition("NONE", "INIT SENT", "traffic needs an SA"),
                    new Transition("NONE", "INIT RECEIVED", "IKE_SA_INIT request"),
                    new Transition("INIT SENT", "INIT DONE", "IKE_SA_INIT response"),
                    new Transition("INIT RECEIVED", "INIT DONE", "it is answered"),
                    new Transition("INIT DONE", "AUTH SENT", "IKE_AUTH request"),
                    new Transition("INIT DONE", "AUTH RECEIVED", "IKE_AUTH request"),
                    new Transition("AUTH SENT", "ESTABLISHED", "IKE_AUTH response"),
                    new Transition("AUTH RECEIVED", "ESTABLISHED", "it is answered"),
                    new Transition("NONE", "ESTABLISHED", "rekeying", false),
                    new Transition("INIT DONE", "INIT SENT", "other parameters are wanted"),
                    new Transition("INIT SENT", "CLOSED", "no answer, or refused"),
                    new Transition("INIT RECEIVED", "CLOSED", "refused"),
                    new Transition("INIT DONE", "CLOSED", "refused, or nothing more came"),
                    new Transition("AUTH SENT", "CLOSED", "no answer, or refused"),
                    new Transition("AUTH RECEIVED", "CLOSED", "refused"),
                    new Transition("ESTABLISHED", "CLOSED", "deleted, or the peer is dead")),
            new ByEvents(states(
                    "INIT SENT", List.of("IKE_SA_INIT request sent"),
                    "INIT RECEIVED", List.of("IKE_SA_INIT request received"),
                    "INIT DONE", List.of("IKE_SA_INIT response received", "IKE_SA_INIT response sent"),
                    "AUTH SENT", List.of("IKE_AUTH request sent"),
                    "AUTH RECEIVED", List.of("IKE_AUTH request received"),
                    "ESTABLISHED", List.of("IKE SA up"),
                    "CLOSED", List.of("IKE SA down", "IKE SA negotiation failed")),
                    Map.of("IKE_SA_INIT request received", List.of("INIT DONE", "AUTH RECEIVED", "ESTABLISHED", "CLOSED"),
                            "IKE_AUTH request received", List.of("ESTABLISHED", "CLOSED")),
                    List.of("initiatorSpi"), Optional.empty()));

    /** IKEv1: an ISAKMP SA as one end sees it, with the names of {@code show crypto isakmp sa}. */
    public static final StateMachine IKE_VERSION_1 = new StateMachine("IKEv1 SA", "RFC 2409 sections 5.4 and 5.5; names as in show crypto isakmp sa",
            List.of(new State("NONE", "there is no SA"),
                    new State("MM_NO_STATE", "main mode: nothing is agreed on"),
                    new State("MM_SA_SETUP", "main mode: the parameters are agreed on"),
                    new State("MM_KEY_EXCH", "main mode: there is a shared secret, nobody is authenticated"),
                    new State("MM_KEY_AUTH", "main mode: authenticated"),
                    new State("AG_NO_STATE", "aggressive mode: nothing is agreed on"),
                    new State("AG_INIT_EXCH", "aggressive mode: there is a shared secret, nobody is authenticated"),
                    new State("AG_AUTH", "aggressive mode: authenticated"),
                    new State("QM_IDLE", "idle, and ready for quick mode")),
            List.of(new Transition("NONE", "MM_NO_STATE", "message 1"),
                    new Transition("NONE", "MM_SA_SETUP", "message 1 is answered"),
                    new Transition("MM_NO_STATE", "MM_SA_SETUP", "message 2"),
                    new Transition("MM_SA_SETUP", "MM_KEY_EXCH", "messages 3 and 4"),
                    new Transition("MM_KEY_EXCH", "MM_KEY_AUTH", "message 5"),
                    new Transition("MM_KEY_AUTH", "QM_IDLE", "message 6"),
                    new Transition("MM_KEY_EXCH", "QM_IDLE", "messages 5 and 6"),
                    new Transition("NONE", "AG_NO_STATE", "message 1"),
                    new Transition("NONE", "AG_INIT_EXCH", "message 1 is answered"),
                    new Transition("AG_NO_STATE", "AG_AUTH", "message 2"),
                    new Transition("AG_INIT_EXCH", "AG_AUTH", "message 3"),
                    new Transition("AG_NO_STATE", "QM_IDLE", "messages 2 and 3"),
                    new Transition("AG_INIT_EXCH", "QM_IDLE", "message 3"),
                    new Transition("AG_AUTH", "QM_IDLE", "message 3"),
                    new Transition("MM_NO_STATE", "NONE", "no answer, or refused"),
                    new Transition("MM_SA_SETUP", "NONE", "no answer, or refused"),
                    new Transition("MM_KEY_EXCH", "NONE", "no answer, or refused"),
                    new Transition("MM_KEY_AUTH", "NONE", "deleted"),
                    new Transition("AG_NO_STATE", "NONE", "no answer, or refused"),
                    new Transition("AG_INIT_EXCH", "NONE", "no answer, or refused"),
                    new Transition("AG_AUTH", "NONE", "deleted"),
                    new Transition("QM_IDLE", "NONE", "deleted, or the peer is dead")),
            new ByTable("ISAKMP security associations", "initiatorCookie", List.of("initiatorCookie")));

    /** NHRP: a next-hop server as its client sees it. */
    public static final StateMachine REGISTRATION = new StateMachine("NHRP registration", "RFC 2332 section 5.2.3; states of show ip nhrp nhs",
            List.of(new State("none", "the tunnel is not there yet"),
                    new State("expecting", "no answer yet, and not long enough to give up"),
                    new State("up", "it answered; the registration is renewed"),
                    new State("down", "it does not answer; trying goes on"),
                    new State("waiting", "others of its cluster are in use")),
            List.of(new Transition("none", "expecting", "the tunnel comes up"),
                    new Transition("none", "waiting", "it is in reserve"),
                    new Transition("none", "down", "the tunnel comes up"),
                    new Transition("expecting", "up", "Registration Reply"),
                    new Transition("expecting", "down", "no answer for 7 s"),
                    new Transition("up", "down", "renewals stay unanswered"),
                    new Transition("down", "up", "Registration Reply"),
                    new Transition("waiting", "expecting", "it is needed"),
                    new Transition("waiting", "down", "it is probed"),
                    new Transition("waiting", "up", "Registration Reply"),
                    new Transition("expecting", "waiting", "others are used"),
                    new Transition("up", "waiting", "others are used"),
                    new Transition("down", "waiting", "others are used"),
                    new Transition("up", "expecting", "the tunnel comes up anew"),
                    new Transition("down", "expecting", "the tunnel comes up anew"),
                    new Transition("expecting", "none", GONE), new Transition("up", "none", GONE),
                    new Transition("down", "none", GONE), new Transition("waiting", "none", GONE)),
            new ByTable("NHRP next-hop servers", "protocolAddress", List.of("destinationProtocolAddress", "protocolAddress")));

    /** NHRP: the search for a shortcut as the router sees it that asks. */
    public static final StateMachine RESOLUTION = new StateMachine("NHRP resolution", "RFC 2332 section 5.2.1",
            List.of(new State("idle", "nobody needs the address"),
                    new State("requested", "asked for the NBMA address"),
                    new State("resolved", "the address is known"),
                    new State("refused", "there is no such address, or no answer")),
            List.of(new Transition("idle", "requested", "Resolution Request"),
                    new Transition("requested", "resolved", "Resolution Reply"),
                    new Transition("requested", "refused", "refusal, or no answer"),
                    new Transition("resolved", "requested", "the answer grows old"),
                    new Transition("refused", "requested", "asked anew"),
                    new Transition("resolved", "refused", "the answer is a refusal")),
            new ByEvents(states("requested", List.of("Resolution Request sent"),
                    "resolved", List.of("Resolution Reply received"),
                    "refused", List.of("resolution given up", "resolution refused")),
                    Map.of(), List.of("destinationProtocolAddress", "protocolAddress"), Optional.empty()));

    /** EIGRP: a neighbour. */
    public static final StateMachine EIGRP_NEIGHBOR = new StateMachine("EIGRP neighbour", "RFC 7868 section 5.3",
            List.of(new State("DOWN", "not heard, or lost"),
                    new State("PENDING", "heard; the first updates are not acknowledged on both sides yet"),
                    new State("UP", "routes are exchanged")),
            List.of(new Transition("DOWN", "PENDING", "Hello"),
                    new Transition("PENDING", "UP", "both first updates are acknowledged"),
                    new Transition("PENDING", "DOWN", "no acknowledgement"),
                    new Transition("UP", "DOWN", "hold time over, reset or link lost")),
            new ByEvents(states("DOWN", List.of("neighbor down"), "PENDING", List.of("neighbor discovered"), "UP", List.of("neighbor up")),
                    Map.of(), List.of("neighbor"), Optional.of("interface")));

    /** OSPF: a neighbour. */
    public static final StateMachine OSPF_NEIGHBOR = new StateMachine("OSPF neighbour", "RFC 2328 section 10.1",
            List.of(new State("DOWN", "not heard"), new State("ATTEMPT", "configured and called"),
                    new State("INIT", "heard; it does not know this router yet"), new State("TWO_WAY", "each knows the other"),
                    new State("EXSTART", "they agree who leads the exchange"), new State("EXCHANGE", "they tell what is in their databases"),
                    new State("LOADING", "what is missing is asked for"), new State("FULL", "the databases are the same")),
            List.of(new Transition("DOWN", "ATTEMPT", "Start"), new Transition("DOWN", "INIT", "Hello"), new Transition("ATTEMPT", "INIT", "Hello"),
                    new Transition("INIT", "TWO_WAY", "Hello that names this router"), new Transition("INIT", "EXSTART", "Hello that names this router"),
                    new Transition("TWO_WAY", "EXSTART", "an adjacency is wanted"), new Transition("EXSTART", "TWO_WAY", "no adjacency is wanted"),
                    new Transition("EXSTART", "EXCHANGE", "negotiation is done"), new Transition("EXCHANGE", "LOADING", "exchange is done"),
                    new Transition("EXCHANGE", "FULL", "nothing is missing"), new Transition("LOADING", "FULL", "all is loaded"),
                    new Transition("EXCHANGE", "EXSTART", "sequence mismatch"), new Transition("LOADING", "EXSTART", "bad request"),
                    new Transition("FULL", "EXSTART", "sequence mismatch"), new Transition("FULL", "TWO_WAY", "no adjacency is wanted"),
                    new Transition("TWO_WAY", "INIT", "it forgot this router"), new Transition("EXSTART", "INIT", "it forgot this router"),
                    new Transition("EXCHANGE", "INIT", "it forgot this router"), new Transition("LOADING", "INIT", "it forgot this router"),
                    new Transition("FULL", "INIT", "it forgot this router"),
                    new Transition("ATTEMPT", "DOWN", GONE), new Transition("INIT", "DOWN", GONE), new Transition("TWO_WAY", "DOWN", GONE),
                    new Transition("EXSTART", "DOWN", GONE), new Transition("EXCHANGE", "DOWN", GONE),
                    new Transition("LOADING", "DOWN", GONE), new Transition("FULL", "DOWN", GONE)),
            new ByEvents(states("DOWN", List.of("neighbor DOWN"), "ATTEMPT", List.of("neighbor ATTEMPT"), "INIT", List.of("neighbor INIT"),
                    "TWO_WAY", List.of("neighbor TWO_WAY"), "EXSTART", List.of("neighbor EXSTART"), "EXCHANGE", List.of("neighbor EXCHANGE"),
                    "LOADING", List.of("neighbor LOADING"), "FULL", List.of("neighbor FULL")),
                    Map.of(), List.of("neighbor", "address", "source"), Optional.of("interface")));

    /** BGP: a session. */
    public static final StateMachine BGP_SESSION = new StateMachine("BGP session", "RFC 4271 section 8.2.2",
            List.of(new State("Idle", "nothing is tried"), new State("Connect", "asks for a connection"),
                    new State("Active", "waits to be connected to, or to try again"), new State("OpenSent", "the own OPEN is sent"),
                    new State("OpenConfirm", "the other OPEN was good"), new State("Established", "routes are exchanged")),
            List.of(new Transition("Idle", "Connect", "start"), new Transition("Idle", "Active", "passive start"),
                    new Transition("Connect", "OpenSent", "connected"), new Transition("Connect", "Active", "no connection"),
                    new Transition("Active", "Connect", "it is time to try again"), new Transition("Active", "OpenSent", "the neighbour connected"),
                    new Transition("OpenSent", "OpenConfirm", "OPEN"), new Transition("OpenSent", "Active", "the connection is lost"),
                    new Transition("OpenConfirm", "Established", "KEEPALIVE"),
                    new Transition("Idle", "OpenSent", "the neighbour connected"),
                    new Transition("Connect", "Idle", "stop"), new Transition("Active", "Idle", "stop"),
                    new Transition("OpenSent", "Idle", "NOTIFICATION or error"), new Transition("OpenConfirm", "Idle", "NOTIFICATION or error"),
                    new Transition("Established", "Idle", "NOTIFICATION, hold time over or reset")),
            new ByEvents(states("Idle", List.of("session Idle", "neighbor down"), "Connect", List.of("session Connect"), "Active", List.of("session Active"),
                    "OpenSent", List.of("session OpenSent"), "OpenConfirm", List.of("session OpenConfirm"),
                    "Established", List.of("session Established", "neighbor up")),
                    Map.of(), List.of("neighbor"), Optional.empty()));

    /** All of them. */
    public static final List<StateMachine> ALL = List.of(IKE_VERSION_2, IKE_VERSION_1, REGISTRATION, RESOLUTION, EIGRP_NEIGHBOR, OSPF_NEIGHBOR,
            BGP_SESSION);

    private StateMachines() {
    }

    /** The machine that an event is about; empty for an event of none. */
    public static Optional<StateMachine> of(RecordedEvent event) {
        String message = event.message();
        return Optional.ofNullable(switch (event.protocol()) {
            case "IKEv2" -> IKE_VERSION_2;
            case "IKEv1" -> IKE_VERSION_1;
            case "NHRP" -> message.startsWith("Registration") || message.startsWith("NHS ") ? REGISTRATION
                    : message.startsWith("Resolution") || message.startsWith("resolution") ? RESOLUTION : null;
            case "EIGRP" -> EIGRP_NEIGHBOR;
            case "OSPF", "OSPFv3" -> OSPF_NEIGHBOR;
            case "BGP" -> BGP_SESSION;
            default -> null;
        });
    }

    /** @param statesAndMessages name of a state and the messages that lead to it, by turns */
    private static Map<String, String> states(Object... statesAndMessages) {
        Map<String, String> stateAfter = new LinkedHashMap<>();
        for (int index = 0; index < statesAndMessages.length; index += 2) {
            for (Object message : (List<?>) statesAndMessages[index + 1]) {
                stateAfter.put((String) message, (String) statesAndMessages[index]);
            }
        }
        return stateAfter;
    }
}
