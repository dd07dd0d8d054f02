package dmvpn.config.cisco

import dmvpn.network.crypto.IkeProposal
import dmvpn.network.crypto.IkeVersion

/**
 * IKEv2 with a pre-shared key for any peer: spokes are not known in advance. Proposal, policy, keyring and profile carry
 * the name of the IPsec profile that they are for.
 */
final class Ikev2Section implements Section {

	override write(CiscoContext context) {
		for (profile : context.device.crypto.profiles.filter[ike.version == IkeVersion.IKEV2]) {
			val fvrf = profile.frontDoorVrf.orElse(null)
			val ike = profile.ike
			context.block(profile.origin, '''
				crypto ikev2 proposal «profile.name»
				 encryption «ike.encryption.keyword»
				«IF !ike.encryption.aead && ike.integrity.present»
					«" "»integrity «ike.integrity.get.keyword»
				«ENDIF»
				«IF ike.needsPseudoRandomFunction»
					«" "»prf «ike.pseudoRandomFunction.keyword»
				«ENDIF»
				 group «ike.diffieHellmanGroup»
			''')
			context.block(profile.origin, '''
				crypto ikev2 policy «profile.name»
				«IF fvrf !== null»
					«" "»match fvrf «fvrf»
				«ENDIF»
				 proposal «profile.name»
			''')
			context.block(profile.origin, '''
				crypto ikev2 keyring «profile.name»
				 peer ANY
				  address 0.0.0.0 0.0.0.0
				  pre-shared-key «context.valueOf(profile.preSharedKey)»
			''')
			context.block(profile.origin, '''
				crypto ikev2 profile «profile.name»
				«IF fvrf !== null»
					«" "»match fvrf «fvrf»
				«ENDIF»
				 match identity remote any
				 authentication remote pre-share
				 authentication local pre-share
				 keyring local «profile.name»
				 lifetime «ike.lifetime.toSeconds»
				«IF profile.deadPeerDetection.present»
					«" "»dpd «DeadPeerDetectionText.ikev2(profile.deadPeerDetection.get)»
				«ENDIF»
			''')
		}
	}

	/** With an integrity algorithm its hash is the pseudo-random function unless another is configured. */
	private def needsPseudoRandomFunction(IkeProposal ike) {
		ike.encryption.aead || ike.integrity.filter[it == ike.pseudoRandomFunction].empty
	}
}
