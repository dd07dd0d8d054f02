/** What a project and a model say about findings: severities in {@code dmvpn.rules}, and suppressing comments. */
package dmvpn.dsl.policy;
