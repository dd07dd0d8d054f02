package dmvpn.sim.fidelity;

import java.util.List;

/**
 * Something in which platforms and releases differ.
 *
 * @param id protocol and number, such as {@code NHRP/5}
 * @param name name of the constant
 * @param profiles labels of the profiles that have it on
 * @param on what a router does that has it
 * @param off what a router does that has it not
 */
public record BehaviourSwitch(String id, String name, List<String> profiles, String on, String off) {

    /** What tests call the side of a router that has it. */
    public String onId() {
        return id + "-on";
    }

    /** What tests call the side of a router that has it not. */
    public String offId() {
        return id + "-off";
    }
}
