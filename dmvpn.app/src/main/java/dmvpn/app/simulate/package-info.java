/** Running models: the timeline as it happens, then the tables of the routers and the verdicts. */
package dmvpn.app.simulate;
