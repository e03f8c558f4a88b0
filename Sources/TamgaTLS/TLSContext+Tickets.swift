internal import COpenSSL
internal import NIOCore

// Why tickets, and why they let nobody in whom a full handshake would not (RFC 8446, 2.2; docs/THREAT_MODEL.md):
//
// A ticket spares a client that comes back two signatures and their checks. The server keeps nothing: the session,
// the client's certificate within it, is sealed under a key that OpenSSL makes at random for each context.
//
// 1. A ticket is opened by the context that sealed it and by no other. New certificates, authorities or revocation
//    lists make a new context, and so every ticket void, whatever was changed.
// 2. What changes while a context lives is the time. So the certificate in a ticket is judged anew when it is shown,
//    by the same rules as in a handshake: end of validity, of the authority's too, revocation, end of the list. A
//    ticket whose certificate does not pass is not refused, it is left aside: a full handshake follows, which refuses,
//    with the usual alert and words. A client whose certificate was signed by an authority that it sends along is
//    never resumed, as that one is not in the ticket.
// 3. A resumed handshake gives no new ticket. Whoever has only a ticket has it for an hour at most, counted from a
//    handshake in which the private key was used.
// 4. Resumption is with a key exchange of its own (`psk_dhe_ke`, all that OpenSSL does unless told otherwise): who
//    learns the sealing key later reads no traffic of the past.
// 5. No early data: it could be sent twice by anybody, and what Tamga is asked may not be done twice.
extension TLSContext {
    func giveTickets(_ lifetime: TimeAmount) throws(TLSError) {
        let seconds = Int(lifetime.nanoseconds / 1_000_000_000)
        // SAFETY: the context is alive, the callback is static and takes no state.
        try check(unsafe COpenSSL_CTX_give_tickets(handle, TLSLimits.tickets, seconds) == 1)
    }
}
