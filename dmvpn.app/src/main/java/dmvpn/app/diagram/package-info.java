/** What diagrams that are edited show of a text, whoever keeps the text. */
package dmvpn.app.diagram;
