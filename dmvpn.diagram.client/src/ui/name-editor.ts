import { EditLabelValidationResult, GlspEditLabelUI, KeyboardModifier, KeyCode, matchesKeystroke } from '@eclipse-glsp/client';
import { injectable } from 'inversify';
import { NameLabel } from '../diagram/elements';
import { element } from './element';

/** The field in which a name or a value is edited in its place; the focus goes back to the diagram. */
@injectable()
export class NameEditor extends GlspEditLabelUI {
    /** Why what is typed would be refused. */
    private readonly reason = element('div', { class: 'reason', role: 'alert' });
    private isEntered = false;
    private isTrying = false;
    /** What was tried last, unless it was refused: that might be possible by now. */
    private accepted?: { value: string; result: EditLabelValidationResult };

    protected override initializeContents(container: HTMLElement): void {
        super.initializeContents(container);
        container.append(this.reason);
        // What was refused is not asked for again: meanwhile it might be possible, and nobody would expect it any more.
        container.addEventListener('focusout', () => {
            if (this.isActive && !this.isCurrentLabelValid) {
                this.hide();
            }
        });
    }

    protected override applyTextContents(): void {
        super.applyTextContents();
        this.editControl.setAttribute('aria-label', this.label instanceof NameLabel ? capitalised(this.label.title) : 'Name');
    }

    /** What is typed is tried at once, one letter after the other: the answer is most often there when Enter comes. */
    protected override performLabelValidation(): void {
        if (!this.isTrying) {
            void this.tryWhatIsTyped();
        }
    }

    private async tryWhatIsTyped(): Promise<void> {
        this.isTrying = true;
        try {
            for (let tried: string | undefined; this.isActive && tried !== this.editControl.value;) {
                tried = this.editControl.value;
                await this.validateLabel(tried);
            }
        } finally {
            this.isTrying = false;
        }
    }

    protected override async validateLabel(value: string): Promise<EditLabelValidationResult> {
        if (this.accepted?.value === value) {
            return this.accepted.result;
        }
        const result = await super.validateLabel(value);
        this.accepted = result.severity === 'error' ? undefined : { value, result };
        return result;
    }

    protected override showValidationResult(result: EditLabelValidationResult): void {
        super.showValidationResult(result);
        this.reason.textContent = result.severity === 'error' ? result.message ?? 'That cannot be.' : '';
    }

    protected override clearValidationResult(): void {
        super.clearValidationResult();
        this.reason.textContent = '';
    }

    protected override applyLabelEditOnEvent(event: KeyboardEvent, code?: KeyCode, ...modifiers: KeyboardModifier[]): void {
        this.isEntered = matchesKeystroke(event, code ?? 'Enter', ...modifiers);
        super.applyLabelEditOnEvent(event, code, ...modifiers);
    }

    /** Who goes on elsewhere does not want what cannot be. */
    protected override async applyLabelEdit(): Promise<void> {
        const isEntered = this.isEntered;
        this.isEntered = false;
        if (!isEntered && document.activeElement === this.editControl) {
            // The client looks a while after the focus went: by now another value is edited, or this one again.
            return;
        }
        if (this.isActive && document.activeElement !== this.editControl) {
            const result = await this.validateLabel(this.editControl.value);
            if (result.severity === 'error') {
                this.hide();
                return;
            }
        }
        await super.applyLabelEdit();
    }

    override hide(): void {
        const hadFocus = this.editControl === document.activeElement;
        super.hide();
        this.accepted = undefined;
        if (hadFocus) {
            document.querySelector<SVGElement>('#sprotty .sprotty-graph')?.focus();
        }
    }
}

function capitalised(text: string): string {
    return text.charAt(0).toUpperCase() + text.slice(1);
}
