import { Action, EditLabelAction, GModelElement } from '@eclipse-glsp/client';
import { DiagramNode } from '../diagram/elements';
import { Choice } from './chooser';

/** The values of an element that are edited in their place. */
export function valueChoices(element: Readonly<GModelElement> | undefined, dispatch: (action: Action) => void): Choice[] {
    return element instanceof DiagramNode ? element.values.map(value => ({
        label: value.title, detail: value.text, choose: () => dispatch(EditLabelAction.create(value.id))
    })) : [];
}
