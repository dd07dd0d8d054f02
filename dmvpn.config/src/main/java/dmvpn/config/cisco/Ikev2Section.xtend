package dmvpn.config.cisco

import dmvpn.network.crypto.IkeProposal
import dmvpn.network.crypto.IkeVersion
import dmvpn.network.crypto.IpsecProfile

/**
 * IKEv2 for any peer: spokes are not known in advance. Proposals, policy, keyring and profile carry the name of the IPsec
 * profile that they are for.
 */
final class Ikev2Section implements Section {

	override write(CiscoContext context) {
		for (profile : context.device.crypto.profiles.filter[ike.version == IkeVersion.IKEV2]) {
			profile.ikeProposals.forEach[ike, index|context.writeProposal(ike, CiscoText.numbered(profile.name, index))]
			context.writePolicy(profile)
			context.writeKeyring(profile)
			context.writeProfile(profile)
			context.writeNatKeepalive(profile)
		}
	}

	private def writeProposal(CiscoContext context, IkeProposal ike, String name) {
		context.block(ike.origin, '''
			crypto ikev2 proposal «name»
			 encryption «ike.encryption.keyword»
			«IF !ike.encryption.aead && ike.integrity.present»
				«" "»integrity «ike.integrity.get.keyword»
			«ENDIF»
			«IF ike.needsPseudoRandomFunction»
				«" "»prf «ike.pseudoRandomFunction.keyword»
			«ENDIF»
			 group «ike.diffieHellmanGroup»
		''')
	}

	private def writePolicy(CiscoContext context, IpsecProfile profile) {
		context.block(profile.origin, '''
			crypto ikev2 policy «profile.name»
			«IF profile.frontDoorVrf.present»
				«" "»match fvrf «profile.frontDoorVrf.get»
			«ENDIF»
			«FOR index : 0 ..< profile.ikeProposals.size»
				«" "»proposal «CiscoText.numbered(profile.name, index)»
			«ENDFOR»
		''')
	}

	private def writeKeyring(CiscoContext context, IpsecProfile profile) {
		val keys = PeerKeys.of(context.device, profile)
		if (!keys.empty) {
			context.block(profile.origin, '''
				crypto ikev2 keyring «profile.name»
				«FOR key : keys»
					«" "»peer «key.name»
					«"  "»address «key.withMask»
					«"  "»pre-shared-key «context.valueOf(key.secret)»
				«ENDFOR»
			''')
		}
	}

	private def writeProfile(CiscoContext context, IpsecProfile profile) {
		val certificates = PeerKeys.certificates(profile)
		val method = PeerKeys.method(profile)
		context.block(profile.origin, '''
			crypto ikev2 profile «profile.name»
			«IF profile.frontDoorVrf.present»
				«" "»match fvrf «profile.frontDoorVrf.get»
			«ENDIF»
			 match identity remote any
			«IF certificates.present»
				«" "»identity local dn
			«ENDIF»
			 authentication remote «method»
			 authentication local «method»
			«IF certificates.present»
				«" "»pki trustpoint «certificates.get.trustpoint»
			«ELSE»
				«" "»keyring local «profile.name»
			«ENDIF»
			 lifetime «profile.ike.lifetime.toSeconds»
			«IF profile.deadPeerDetection.present»
				«" "»dpd «DeadPeerDetectionText.ikev2(profile.deadPeerDetection.get)»
			«ENDIF»
		''')
	}

	private def writeNatKeepalive(CiscoContext context, IpsecProfile profile) {
		val seconds = profile.options.natKeepaliveSeconds
		if (seconds.present) {
			context.block(profile.options.origin, '''
				crypto ikev2 nat keepalive «seconds.asInt»
			''')
		}
	}

	/** With an integrity algorithm its hash is the pseudo-random function unless another is configured. */
	private def needsPseudoRandomFunction(IkeProposal ike) {
		ike.encryption.aead || ike.integrity.filter[it == ike.pseudoRandomFunction].empty
	}
}
