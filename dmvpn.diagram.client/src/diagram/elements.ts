import {
    Args,
    argsFeature,
    ArgsAware,
    boundsFeature,
    connectableFeature,
    deletableFeature,
    editLabelFeature,
    EditableLabel,
    fadeFeature,
    GEdge,
    GLabel,
    GModelElement,
    GNode,
    hoverFeedbackFeature,
    isEditableLabel,
    layoutContainerFeature,
    moveFeature,
    nameFeature,
    selectFeature,
    WithEditableLabel,
    withEditLabelFeature
} from '@eclipse-glsp/client';
import { attachmentLine, Line, linkLine, tunnelLine } from './geometry';

/** A text on a node, relative to its upper left corner, as the server has measured and shortened it. */
export interface NodeText {
    readonly text: string;
    readonly full: string;
    readonly x: number;
    readonly y: number;
    readonly size: number;
    readonly role: string;
}

/** A rectangle on a node, relative to its upper left corner. */
export interface Part {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
}

/** A host, a site or whatever else stands on a node. */
export interface Mark {
    readonly kind: string;
    readonly box: Part;
    readonly text: NodeText;
    readonly title: string;
}

/** Something between a router and its transport. */
export interface Gate {
    readonly label: string;
    readonly title: string;
}

/** What the server says about a node beyond its place. */
export interface NodeArgs {
    readonly title?: string;
    readonly texts?: readonly NodeText[];
    readonly marks?: readonly Mark[];
    readonly card?: Part;
    readonly badge?: Part;
    readonly problem?: string;
    readonly problemText?: string;
    readonly colour?: number;
    /** The family whose members are shown together or apart here. */
    readonly family?: string;
    /** The parts of a cloud's details that say how it routes, and the one that says how it is protected. */
    readonly routing?: readonly string[];
    readonly protection?: string;
}

/** A router, family, transport, cloud or whatever else the notation draws as a node. */
export class DiagramNode extends GNode implements WithEditableLabel, ArgsAware {
    static override readonly DEFAULT_FEATURES = [
        connectableFeature, deletableFeature, selectFeature, boundsFeature, moveFeature, layoutContainerFeature, fadeFeature,
        hoverFeedbackFeature, nameFeature, withEditLabelFeature, argsFeature
    ];

    args?: Args;

    get details(): NodeArgs {
        return (this.args ?? {}) as unknown as NodeArgs;
    }

    get name(): string {
        return this.editableLabel?.text ?? this.id;
    }

    /** The name with the members that it stands for, which tells it apart from others of its family. */
    get fullName(): string {
        return this.details.texts?.find(text => text.role === 'name')?.full ?? this.name;
    }

    /** The values that are edited in their place, besides the name. */
    get values(): NameLabel[] {
        return this.children.filter((child): child is NameLabel => child instanceof NameLabel && child !== this.editableLabel);
    }

    get editableLabel(): (EditableLabel & GModelElement) | undefined {
        return this.children.find(isEditableLabel) as (EditableLabel & GModelElement) | undefined;
    }
}

/** The name of a node, or a value that it shows: drawn with the node and edited in its place. */
export class NameLabel extends GLabel implements EditableLabel, ArgsAware {
    static override readonly DEFAULT_FEATURES = [boundsFeature, editLabelFeature, fadeFeature, argsFeature];

    args?: Args;

    /** What is edited, for people. */
    get title(): string {
        return String(this.args?.title ?? 'name');
    }

    get editControlPositionCorrection(): { x: number; y: number } {
        return { x: -4, y: -4 };
    }

    get editControlDimension(): { width: number; height: number } {
        return { width: Math.max(this.size.width, 110), height: 24 };
    }
}

/** What the server says about a line beyond its ends. */
export interface LineArgs {
    readonly title?: string;
    readonly slot?: number;
    readonly colour?: number;
    /** What it is in the notation. */
    readonly kind?: string;
    readonly gates?: readonly Gate[];
    readonly problem?: string;
    readonly problemText?: string;
}

/** A line between nodes. */
export class DiagramEdge extends GEdge {
    get details(): LineArgs {
        return (this.args ?? {}) as LineArgs;
    }

    /** Where the line goes, as its two nodes stand now. */
    get line(): Line | undefined {
        const source = this.source as DiagramNode | undefined;
        const target = this.target as DiagramNode | undefined;
        if (!source || !target || !('bounds' in source) || !('bounds' in target)) {
            return undefined;
        }
        const slot = this.details.slot ?? 0;
        switch (this.type) {
            case 'edge:wan': return attachmentLine(source.bounds, target.bounds, slot);
            case 'edge:link': return linkLine(source.bounds, target.bounds, slot);
            default: return tunnelLine(source.bounds, target.bounds, slot);
        }
    }
}
