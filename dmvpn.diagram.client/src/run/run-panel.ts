import { element, iconButton } from '../ui/element';
import { Course, Instant, RunMessage } from './run';
import { RunLayer } from './run-layer';

const SPEEDS: readonly (readonly [string, number])[] = [['1/100', 0.01], ['1/10', 0.1], ['1', 1], ['10', 10]];
const SLIDER_STEPS = 10_000;

/** The time cursor of a run: a slider, play, and steps from message to message, forwards and backwards. */
export class RunPanel {
    private readonly slider = element('input', { type: 'range', min: '0', max: String(SLIDER_STEPS), value: '0', 'aria-label': 'Time' });
    private readonly clock = element('output', {});
    private readonly event = element('span', { class: 'event' });
    private readonly speed = element('select', { 'aria-label': 'Seconds of the run in a second' },
        ...SPEEDS.map(([label, value]) => element('option', { value: String(value) }, `${label} s/s`)));
    private readonly play = iconButton('play', 'Play or pause (Space)', () => this.toggle());
    private course?: Course;
    private time = 0;
    private playing = false;
    private inHand?: RunMessage;

    constructor(private readonly root: HTMLElement, private readonly layer: RunLayer, private readonly whenClosed: () => void) {
        this.speed.value = '0.1';
        root.append(this.play,
            iconButton('debug-step-back', 'Message before (Shift+N)', () => this.step(false)),
            iconButton('debug-step-over', 'Next message (N)', () => this.step(true)),
            iconButton('symbol-structure', 'Look into the packet (I)', () => this.chooseInHand()),
            this.speed, this.slider, this.clock, this.event, iconButton('close', 'End the simulation', () => this.close()));
        this.slider.addEventListener('input', () => {
            this.pause();
            this.goTo(Number(this.slider.value) / SLIDER_STEPS * (this.course?.end ?? 0));
        });
        root.addEventListener('keydown', event => {
            if (event.key === 'Escape') {
                this.close();
            } else if (event.key === ' ' && event.target === this.slider) {
                event.preventDefault();
                this.toggle();
            }
        });
    }

    /** Begins at the start of a run. */
    begin(course: Course): void {
        this.follow(course);
        this.goTo(0);
        this.slider.focus();
    }

    /** Goes along with a run that somebody else moves; who works elsewhere keeps the keyboard. */
    follow(course: Course): void {
        if (this.course !== course) {
            this.pause();
        }
        this.course = course;
        this.root.hidden = false;
    }

    /** True while a run, or this very one, is shown. */
    isShown(course?: Course): boolean {
        return this.course !== undefined && (course === undefined || course === this.course);
    }

    /** Shows an instant of the run. */
    shown(instant: Instant, time: number): void {
        if (!this.course) {
            return;
        }
        this.time = time;
        this.layer.show(instant);
        this.slider.value = String(Math.round(this.course.end === 0 ? 0 : time / this.course.end * SLIDER_STEPS));
        this.slider.setAttribute('aria-valuetext', `${time.toFixed(3)} seconds`);
        this.clock.textContent = `${time.toFixed(3)} s`;
        this.inHand = instant.packets.find(packet => packet.inHand);
        this.event.textContent = instant.label + (instant.more > 0 ? ` (${instant.more} more packets under way)` : '')
            + (instant.shortenedAt === undefined ? '' : ` (shortened: packets are shown up to ${instant.shortenedAt.toFixed(3)} s)`);
    }

    /** Goes to the packet of the event, and looks into it. */
    chooseInHand(): void {
        if (this.inHand) {
            this.choose(this.inHand);
        }
    }

    /** Goes to a packet. */
    choose(message: RunMessage): void {
        this.pause();
        this.course?.choose(message);
    }

    /** Ends what is shown, if anything is. */
    close(): void {
        if (!this.course) {
            return;
        }
        this.pause();
        this.course = undefined;
        this.root.hidden = true;
        this.layer.show(undefined);
        this.whenClosed();
    }

    /** Plays, or pauses. */
    toggle(): void {
        if (!this.course) {
            return;
        }
        if (this.playing) {
            this.pause();
            return;
        }
        this.playing = true;
        this.face('debug-pause');
        let before = performance.now();
        const frame = (now: number): void => {
            if (!this.playing || !this.course) {
                return;
            }
            this.goTo(this.time + (now - before) / 1000 * Number(this.speed.value));
            before = now;
            if (this.time >= this.course.end) {
                this.pause();
            } else {
                requestAnimationFrame(frame);
            }
        };
        requestAnimationFrame(frame);
    }

    private pause(): void {
        this.playing = false;
        this.face('play');
    }

    private face(icon: string): void {
        this.play.firstElementChild!.className = `codicon codicon-${icon}`;
    }

    /** To the next message, or the one before. */
    step(forwards: boolean): void {
        this.pause();
        this.course?.step(forwards);
    }

    private goTo(time: number): void {
        if (this.course) {
            this.time = Math.min(Math.max(time, 0), this.course.end);
            this.course.goTo(this.time);
        }
    }
}
