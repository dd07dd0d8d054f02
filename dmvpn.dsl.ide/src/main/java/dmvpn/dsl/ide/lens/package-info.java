/** What can be done with a network or a scenario, and what came of it last, beside the text. */
package dmvpn.dsl.ide.lens;
