/** What the expressions of the Sirius viewpoint call: the notation and the edits, as methods on elements of a model. */
package dmvpn.diagram.sirius;
