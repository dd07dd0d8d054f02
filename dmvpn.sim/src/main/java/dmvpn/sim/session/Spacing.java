package dmvpn.sim.session;

/**
 * How close together key frames lie.
 *
 * @param partOfTrace lasting ones take at most this part of the memory of the trace, those aside that hold everything
 * @param fewestStepsBetween lasting ones lie at least so many steps apart, as closer together they cost more than the steps
 * @param stepsToLookAround what is on its way makes a key frame large, so that a lasting one is not taken at the very step
 *     where it is due: so many steps tell how little can be on its way, and as many more are waited for such a moment
 * @param fewestPassingSteps passing ones lie at least so many steps apart
 */
record Spacing(double partOfTrace, int fewestStepsBetween, int stepsToLookAround, int fewestPassingSteps) {

    /** For people: going back feels immediate, and a long run takes little more memory than its trace. */
    static final Spacing DEFAULT = new Spacing(0.07, 4096, 256, 256);
}
