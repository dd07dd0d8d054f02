/** The viewpoint for Sirius, read and performed without Sirius. */
package dmvpn.diagram.sirius;
