import { Action, Dimension, GModelElement, isViewport, SetViewportAction } from '@eclipse-glsp/client';

/** The smallest and the largest picture. */
export const ZOOM_LIMITS = { min: 0.05, max: 4 };
export const ZOOM_STEP = 1.25;

/** Makes the picture larger or smaller around its middle, at once: of steps in quick succession none is lost. */
export function zoomBy(element: Readonly<GModelElement>, factor: number): Action[] {
    const model = element.root;
    if (!isViewport(model) || !Dimension.isValid(model.canvasBounds)) {
        return [];
    }
    const zoom = Math.min(Math.max(model.zoom * factor, ZOOM_LIMITS.min), ZOOM_LIMITS.max);
    const share = (1 / model.zoom - 1 / zoom) / 2;
    const scroll = { x: model.scroll.x + model.canvasBounds.width * share, y: model.scroll.y + model.canvasBounds.height * share };
    return [SetViewportAction.create(model.id, { scroll, zoom }, { animate: false })];
}
