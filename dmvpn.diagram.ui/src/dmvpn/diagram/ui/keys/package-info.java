/** Commands of the page under keys of the workbench. */
package dmvpn.diagram.ui.keys;
