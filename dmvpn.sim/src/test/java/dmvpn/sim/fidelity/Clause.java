package dmvpn.sim.fidelity;

/**
 * One demand of a standard.
 *
 * @param name section and keyword, such as {@code 5.2.3-unique}
 * @param level how far the simulator does it
 * @param demand what is demanded, in a sentence
 * @param instead what the simulator does and why; empty for a clause that is modelled
 */
record Clause(String name, Level level, String demand, String instead) {
}
