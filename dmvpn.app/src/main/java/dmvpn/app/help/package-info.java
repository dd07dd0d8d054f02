/** The documentation as pages that a face shows: what the folder docs has, and a page for each rule. */
package dmvpn.app.help;
