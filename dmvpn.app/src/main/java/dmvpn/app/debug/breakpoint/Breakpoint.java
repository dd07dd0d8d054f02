package dmvpn.app.debug.breakpoint;

import java.util.Optional;

/**
 * A breakpoint as somebody set it.
 *
 * @param trigger what it waits for
 * @param router only events of this router count; empty for all
 * @param condition a watch expression that must be true then; empty for none
 * @param hitCount only this hit and later ones stop; 1 for all
 * @param log text to tell instead of stopping, with watch expressions in braces; empty to stop
 * @param enabled false while it is switched off
 */
public record Breakpoint(Trigger trigger, Optional<String> router, Optional<String> condition, int hitCount,
        Optional<String> log, boolean enabled) {

    /**
     * @throws IllegalArgumentException when the hit count is less than 1
     */
    public Breakpoint {
        if (hitCount < 1) {
            throw new IllegalArgumentException("A breakpoint stops at its hit number 1 or later, not at " + hitCount);
        }
    }

    /** One that always stops. */
    public static Breakpoint at(Trigger trigger) {
        return new Breakpoint(trigger, Optional.empty(), Optional.empty(), 1, Optional.empty(), true);
    }

    /** The same that waits for something else. */
    public Breakpoint on(Trigger newTrigger) {
        return new Breakpoint(newTrigger, router, condition, hitCount, log, enabled);
    }

    /** The same for one router only. */
    public Breakpoint of(String newRouter) {
        return new Breakpoint(trigger, Optional.of(newRouter), condition, hitCount, log, enabled);
    }

    /** The same under a condition. */
    public Breakpoint when(String newCondition) {
        return new Breakpoint(trigger, router, Optional.of(newCondition), hitCount, log, enabled);
    }

    /** The same from a hit on. */
    public Breakpoint fromHit(int newHitCount) {
        return new Breakpoint(trigger, router, condition, newHitCount, log, enabled);
    }

    /** The same, telling instead of stopping. */
    public Breakpoint telling(String newLog) {
        return new Breakpoint(trigger, router, condition, hitCount, Optional.of(newLog), enabled);
    }

    /** The same, switched on or off. */
    public Breakpoint enabled(boolean newEnabled) {
        return new Breakpoint(trigger, router, condition, hitCount, log, newEnabled);
    }

    /** All that it says in one line. */
    public String title() {
        return trigger.title() + router.map(name -> " of " + name).orElse("") + condition.map(text -> " when " + text).orElse("")
                + (hitCount > 1 ? " from hit " + hitCount : "") + log.map(text -> " tell \"" + text + "\"").orElse("");
    }
}
