/** What is taken and what is free: addresses, prefixes, keys and names of a model. */
package dmvpn.dsl.ide.plan;
